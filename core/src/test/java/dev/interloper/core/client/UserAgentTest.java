package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

    private static final String WEBKIT = " AppleWebKit/537.36 (KHTML, like Gecko) ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64)*Chrome/131.0.0.0 Safari/537.36|CHROMIUM|131|WINDOWS",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64)*Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0|CHROMIUM|120|WINDOWS",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)*Chrome/129.0.0.0 Safari/537.36|CHROMIUM|129|CHROME_OS",
                "Mozilla/5.0 (Linux; Android 10; K)*SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36|CHROMIUM|121|ANDROID",
                "Mozilla/5.0 (Windows NT 10.0)*Chrome/42.0.2311.135 Safari/537.36 Edge/12.246|EDGE_LEGACY|12|WINDOWS",
                "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko|INTERNET_EXPLORER|11|WINDOWS",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/7.0)|INTERNET_EXPLORER|11|WINDOWS",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1)|INTERNET_EXPLORER|7|WINDOWS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0|FIREFOX|144|MACOS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)*Version/26.0.1 Safari/605.1.15|SAFARI|26|MACOS",
                "Mozilla/5.0 (iPad; CPU OS 17_2 like Mac OS X)*CriOS/131.0.6778 Mobile/15E148 Safari/604.1|SAFARI|17|IOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)*FxiOS/133.0 Mobile/15E148 Safari/605.1.15|SAFARI|17|IOS",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)*Chrome/131.0.0.0|OTHER||UNKNOWN",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 9_1 like Mac OS X)*CriOS/47.0 Mobile/13B143 Safari/601.1|OTHER|9|IOS",
                "Mozilla/5.0 (Linux; Android 5.0; SM-G900F)*SamsungBrowser/3.0 Chrome/38.0 Mobile Safari/537.36|OTHER||ANDROID",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv)*Version/4.0 Chrome/131.0 Mobile Safari/537.36|OTHER||ANDROID",
                "Opera/9.80 (Windows NT 5.1) Presto/2.12.388 Version/12.16|OTHER||WINDOWS",
                "Mozilla/5.0 (Linux; U; Android 4.0; en-us)*Version/4.0 Mobile Safari/534.30|OTHER||ANDROID",
                "curl/7.88.1|OTHER||UNKNOWN",
                "Chrome|CHROMIUM||UNKNOWN",
                "Chromebook|OTHER||UNKNOWN",
                "Chrome/99999999999999|CHROMIUM||UNKNOWN"
            })
    void parse_ofAUserAgent_findsFamilyVersionAndPlatform(
            String text, BrowserFamily family, Integer version, ClientPlatform platform) {
        UserAgent agent = UserAgent.parse(text.replace("*", WEBKIT));
        assertThat(agent.family()).isEqualTo(family);
        assertThat(agent.version()).isEqualTo(version == null ? OptionalInt.empty() : OptionalInt.of(version));
        assertThat(agent.platform()).isEqualTo(platform);
    }

    @Test
    void parse_ofALongText_looksAtItsBeginningOnly() {
        String text = " ".repeat(UserAgent.MAX_LENGTH) + Agents.chrome(131);
        assertThat(UserAgent.parse(text).family()).isEqualTo(BrowserFamily.OTHER);
        assertThat(UserAgent.parse(text.strip()).family()).isEqualTo(BrowserFamily.CHROMIUM);
    }

    @Property(tries = 500)
    void parse_ofAnything_returnsAFamily(@ForAll String text) {
        assertThat(UserAgent.parse("Chrome/" + text).family()).isNotNull();
        assertThat(UserAgent.parse(text).version().orElse(0)).isBetween(0, 9999 + 4);
    }
}
