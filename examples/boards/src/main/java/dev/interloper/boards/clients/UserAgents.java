package dev.interloper.boards.clients;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user agents that browsers send, from the words of a label. */
final class UserAgents {

    private static final Pattern WORDS = Pattern.compile(
            "(?<![a-z])(chrome|firefox|safari|edge|opera|ie)(?![a-z])-?(\\d+(?:\\.\\d+)?)?", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_OPERA_ON_CHROMIUM = 15;
    private static final int OPERA_BEHIND_CHROMIUM = 13;
    private static final int TRIDENT_BEHIND_EXPLORER = 4;
    private static final int FIRST_EDGE = 12;
    private static final int FIRST_EXPLORER_WITH_TRIDENT = 8;

    private UserAgents() {}

    /** From words in a capture's description, where it has no label; empty if they name no browser. */
    static String ofWords(String description) {
        Matcher words = WORDS.matcher(description);
        String system = system(description.toLowerCase(Locale.ROOT));
        String agent = "";
        while (words.find()) {
            String version = words.group(2) == null ? "" : words.group(2);
            agent = of(words.group(1), version, system, "");
        }
        return agent;
    }

    private static String system(String description) {
        if (description.contains("ios")) {
            return "iOS";
        }
        return description.contains("mac") ? "MacOSX" : "Windows";
    }

    static String of(String browser, String version, String system, String systemVersion) {
        String platform = platform(system, systemVersion);
        if (system.equals("iOS")) {
            String brand = browser.equalsIgnoreCase("chrome") ? "CriOS/" + version + " " : "";
            return "Mozilla/5.0 (" + platform + ") AppleWebKit/600.1 (KHTML, like Gecko) " + brand
                    + "Mobile/12A365 Safari/600.1";
        }
        return switch (browser.toLowerCase(Locale.ROOT)) {
            case "chrome" -> chromium(platform, version);
            case "firefox" -> "Mozilla/5.0 (" + platform + "; rv:" + version + ") Gecko/20100101 Firefox/" + version;
            case "ie" -> major(version) < FIRST_EDGE ? explorer(platform, version) : edge(platform, version);
            case "edge" -> edge(platform, version);
            case "safari" ->
                "Mozilla/5.0 (" + platform + ") AppleWebKit/600.1 (KHTML, like Gecko) Version/" + version
                        + " Safari/600.1";
            case "opera" -> opera(platform, version);
            case "android" ->
                "Mozilla/5.0 (" + platform + ") AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile "
                        + "Safari/534.30";
            default -> "";
        };
    }

    private static String chromium(String platform, String version) {
        return "Mozilla/5.0 (" + platform + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                + " Safari/537.36";
    }

    private static String edge(String platform, String version) {
        return chromium(platform, "42.0") + " Edge/" + version;
    }

    private static String explorer(String platform, String version) {
        int major = major(version);
        String trident =
                major < FIRST_EXPLORER_WITH_TRIDENT ? "" : "; Trident/" + (major - TRIDENT_BEHIND_EXPLORER) + ".0";
        return "Mozilla/5.0 (compatible; MSIE " + version + "; " + platform + trident + ")";
    }

    private static String opera(String platform, String version) {
        return major(version) < FIRST_OPERA_ON_CHROMIUM
                ? "Opera/9.80 (" + platform + ") Presto/2.12 Version/" + version
                : chromium(platform, (major(version) + OPERA_BEHIND_CHROMIUM) + ".0") + " OPR/" + version;
    }

    private static int major(String version) {
        String digits = version.split("\\.", -1)[0];
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String platform(String system, String version) {
        return switch (system) {
            case "MacOSX" -> "Macintosh; Intel Mac OS X " + version.replace('.', '_');
            case "iOS" -> "iPhone; CPU iPhone OS " + version.replace('.', '_') + " like Mac OS X";
            case "Android" -> "Linux; Android " + version;
            default -> "Windows NT " + version;
        };
    }
}
