package dev.interloper.core.client;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Finds a browser by the tokens of its user agent. Substring searches only: nothing here can backtrack. */
final class UserAgentReader {

    private static final int MAX_DIGITS = 4;
    private static final int FIRST_CHROME_ON_WEBKIT = 48;
    private static final int FIRST_SAMSUNG_LIKE_CHROMIUM = 60;

    /**
     * Robots and programs that name a browser besides, and relatives whose TLS stack or version numbers are their own. An app on
     * Android that shows a WebView ("; wv)") often sends its user agent with requests of its own.
     */
    private static final List<String> OTHERS = List.of(
            "; wv)",
            "bot",
            "crawl",
            "spider",
            "slurp",
            "http://",
            "https://",
            "+http",
            "phantomjs",
            "okhttp",
            "dalvik/",
            "curl/",
            "wget/",
            "python",
            "java/",
            "jsdom",
            "palemoon",
            "goanna",
            "basilisk",
            "seamonkey",
            "waterfox",
            "k-meleon",
            "camino",
            "like firefox",
            "smart-tv",
            "smarttv",
            "tizen",
            "web0s",
            "webos",
            "netcast",
            "playstation",
            "nintendo",
            "xbox",
            "netfront",
            "ucbrowser",
            "qtwebkit",
            "epiphany",
            "konqueror",
            "opera mini",
            "opios",
            "presto/");

    private UserAgentReader() {}

    static UserAgent read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        ClientPlatform platform = platform(lower);
        if (OTHERS.stream().anyMatch(lower::contains) || isSamsungWithOwnStack(lower)) {
            return UserAgent.of(BrowserFamily.OTHER, OptionalInt.empty(), platform);
        }
        if (platform == ClientPlatform.IOS) {
            return iOs(lower);
        }
        BrowserFamily family = family(lower, platform);
        return UserAgent.of(family, version(family, lower), platform);
    }

    /** Every browser on iOS is built on WebKit and the system's TLS, whatever it calls itself; Chrome is since 48. */
    private static UserAgent iOs(String lower) {
        OptionalInt version = number(lower, " os ");
        boolean ownStack = number(lower, "crios/").orElse(FIRST_CHROME_ON_WEBKIT) < FIRST_CHROME_ON_WEBKIT;
        boolean webKit = lower.contains("applewebkit/") && !ownStack;
        return UserAgent.of(webKit ? BrowserFamily.SAFARI : BrowserFamily.OTHER, version, ClientPlatform.IOS);
    }

    /** Samsung's browser was Chromium with another TLS library at first. */
    private static boolean isSamsungWithOwnStack(String lower) {
        return lower.contains("samsungbrowser/") && number(lower, "chrome/").orElse(0) < FIRST_SAMSUNG_LIKE_CHROMIUM;
    }

    private static BrowserFamily family(String lower, ClientPlatform platform) {
        if (lower.contains("trident/") || lower.contains("msie ") || token(lower, "msie")) {
            return BrowserFamily.INTERNET_EXPLORER;
        }
        if (lower.contains(" edge/")) {
            return BrowserFamily.EDGE_LEGACY;
        }
        if (token(lower, "chrome")) {
            return BrowserFamily.CHROMIUM;
        }
        if (token(lower, "firefox")) {
            return BrowserFamily.FIREFOX;
        }
        boolean apple = platform == ClientPlatform.MACOS;
        return apple && token(lower, "safari") ? BrowserFamily.SAFARI : BrowserFamily.OTHER;
    }

    private static OptionalInt version(BrowserFamily family, String lower) {
        return switch (family) {
            case CHROMIUM -> number(lower, "chrome/");
            case FIREFOX -> number(lower, "firefox/");
            case SAFARI -> number(lower, " version/");
            case EDGE_LEGACY -> number(lower, " edge/");
            case INTERNET_EXPLORER -> explorer(lower);
            case OTHER -> OptionalInt.empty();
        };
    }

    /** Trident 4 came with Internet Explorer 8, 7 with 11; "MSIE" tells what the page's compatibility mode imitates. */
    private static OptionalInt explorer(String lower) {
        OptionalInt trident = number(lower, "trident/");
        return trident.isPresent() ? OptionalInt.of(trident.getAsInt() + 4) : number(lower, "msie ");
    }

    private static ClientPlatform platform(String lower) {
        if (lower.contains("windows")) {
            return ClientPlatform.WINDOWS;
        }
        if (lower.contains("iphone") || lower.contains("ipad") || lower.contains("ipod")) {
            return ClientPlatform.IOS;
        }
        if (lower.contains("android")) {
            return ClientPlatform.ANDROID;
        }
        if (lower.contains("mac os x") || lower.contains("macintosh")) {
            return ClientPlatform.MACOS;
        }
        if (lower.contains(" cros ")) {
            return ClientPlatform.CHROME_OS;
        }
        return lower.contains("linux") ? ClientPlatform.LINUX : ClientPlatform.UNKNOWN;
    }

    /** The word as a product token of its own: not a part of another word. */
    private static boolean token(String lower, String word) {
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt number(String lower, String before) {
        int at = lower.indexOf(before);
        if (at < 0) {
            return OptionalInt.empty();
        }
        int start = at + before.length();
        int value = 0;
        int digits = 0;
        while (start + digits < lower.length() && isDigit(lower.charAt(start + digits))) {
            if (digits == MAX_DIGITS) {
                return OptionalInt.empty();
            }
            value = value * 10 + lower.charAt(start + digits) - '0';
            digits++;
        }
        return digits == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
