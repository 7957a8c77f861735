package dev.interloper.certs.pin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pins as OkHttp's {@code CertificatePinner} takes them, one pattern and its pins a line.
 *
 * <pre>
 * # pattern           pins
 * **.example.com      sha256/C5+lpZ7tcVwmwQIMcRtPbsQtWLABXhQzejna0wHFr8M=
 * api.example.com     sha256/... sha256/...
 * </pre>
 *
 * <p>As with OkHttp the sets of all patterns that cover a host count, and one match suffices. {@code sha1/} is refused.
 * Thread-safe: there is no state.
 *
 * @see <a href="https://square.github.io/okhttp/5.x/okhttp/okhttp3/-certificate-pinner/">CertificatePinner</a>
 * @since 0.1
 */
public final class OkHttpPins {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private OkHttpPins() {}

    /**
     * Reads lines.
     *
     * @param text lines of a pattern and one pin at least, parted by blanks; empty lines and what follows {@code #} are
     *     passed over; not null
     * @return the policy
     * @throws PinSyntaxException if a line is anything else, or there is too much
     */
    public static PinPolicy read(String text) throws PinSyntaxException {
        ConfigText.bound(text);
        Map<HostPattern, PinSet.Builder> sets = new LinkedHashMap<>();
        int number = 0;
        int pins = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            pins += line(number, line, sets);
            if (pins > ConfigText.MAX_RULES) {
                throw new PinSyntaxException(number, 1, "there are more than " + ConfigText.MAX_RULES + " pins");
            }
        }
        PinPolicy.Builder policy = PinPolicy.builder().overlap(PatternOverlap.ALL_MATCHING);
        sets.forEach((pattern, set) -> policy.add(pattern, set.build()));
        return policy.build();
    }

    /**
     * Reads lines from a stream.
     *
     * @param in UTF-8 text as for {@link #read(String)}; not closed; not null
     * @return the policy
     * @throws PinSyntaxException if a line is anything else, or there is too much
     * @throws IOException if the stream cannot be read
     */
    public static PinPolicy read(InputStream in) throws IOException, PinSyntaxException {
        return read(ConfigText.read(in));
    }

    private static int line(int number, String line, Map<HostPattern, PinSet.Builder> sets) {
        int comment = line.indexOf('#');
        Matcher words = WORD.matcher(comment < 0 ? line : line.substring(0, comment));
        if (!words.find()) {
            return 0;
        }
        int column = words.start() + 1;
        HostPattern pattern = at(number, column, words.group(), HostPattern::parse);
        List<Pin> pins = new ArrayList<>();
        while (words.find()) {
            pins.add(at(number, words.start() + 1, words.group(), Pin::parse));
        }
        if (pins.isEmpty()) {
            throw new PinSyntaxException(number, column, "the pattern " + pattern + " has no pin");
        }
        PinSet.Builder set = sets.computeIfAbsent(pattern, p -> PinSet.builder(p.toString()));
        pins.forEach(set::add);
        return pins.size();
    }

    private static <T> T at(int line, int column, String word, Function<String, T> parser) {
        try {
            return parser.apply(word);
        } catch (PinSyntaxException e) {
            throw e.within(line, column);
        }
    }

    /**
     * Writes a policy as lines.
     *
     * @param policy the policy; not null
     * @return lines that {@link #read(String)} reads, and OkHttp's builder takes word by word
     * @throws IllegalArgumentException if the policy has what OkHttp has not: roles, certificate pins, expiry,
     *     report-only, sets that need all pins, exemptions, or patterns of which only the most specific counts
     */
    public static String write(PinPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        if (policy.overlap() == PatternOverlap.MOST_SPECIFIC && overlaps(policy)) {
            throw inexpressible("patterns that overlap and of which only the most specific counts");
        }
        StringBuilder lines = new StringBuilder();
        for (PinRule rule : policy.rules()) {
            StringJoiner line =
                    new StringJoiner(" ", "", "\n").add(rule.pattern().toString());
            if (rule.exempt()) {
                throw inexpressible("the exemption of " + rule.pattern());
            }
            for (PinSet set : rule.sets()) {
                if (set.requiresAll() || !set.enforced() || set.expires().isPresent()) {
                    throw inexpressible("the set " + set);
                }
                set.pins().forEach(p -> line.add(expressible(p)));
            }
            lines.append(line);
        }
        return lines.toString();
    }

    private static String expressible(Pin pin) {
        if (pin.kind() != Pin.Kind.PUBLIC_KEY || pin.role() != Pin.Role.ANY) {
            throw inexpressible("the pin " + pin);
        }
        return pin.toString();
    }

    private static boolean overlaps(PinPolicy policy) {
        return policy.rules().stream()
                .anyMatch(rule -> policy.rules().stream()
                        .anyMatch(other -> !other.equals(rule)
                                && other.pattern().scope() != HostPattern.Scope.EXACT
                                && (other.pattern().matches(rule.pattern().base())
                                        || rule.pattern()
                                                .base()
                                                .equals(other.pattern().base()))));
    }

    private static IllegalArgumentException inexpressible(String what) {
        return new IllegalArgumentException("policy has what OkHttp cannot express: " + what);
    }
}
