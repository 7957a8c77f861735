package dev.interloper.boards.accuracy;

import java.util.Set;

/** From an interceptor's label to the name under which its engine is known. */
final class EngineFamily {

    static final String UNKNOWN = "unknown";
    private static final String FIXED_CERTIFICATE = "fixed-certificate";

    private EngineFamily() {}

    /** The right answer for a label, given the engines that there are prints of. */
    static String of(String interceptor, Set<String> printed) {
        if (interceptor.endsWith("-reterminate")) {
            return FIXED_CERTIFICATE;
        }
        for (String family : Set.of("squid", "mitmproxy")) {
            boolean member = interceptor.equals(family)
                    || interceptor.startsWith(family + "-")
                    || interceptor.contains("-" + family + "-");
            if (member) {
                return printed.contains(family) ? family : UNKNOWN;
            }
        }
        return printed.contains(interceptor) ? interceptor : UNKNOWN;
    }
}
