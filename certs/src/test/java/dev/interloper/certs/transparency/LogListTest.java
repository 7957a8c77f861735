package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogListTest {
    private static final String DATE = "2026-06-01T00:00:00Z";

    private final TestLog log = new TestLog("Meridian", key("kestrel"))
            .state("readonly", "2026-01-01T00:00:00Z")
            .interval("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z")
            .formerly("Tallow", "2025-06-01T00:00:00Z");
    private final String json = TestLog.json(DATE, log, new TestLog("Tallow", key("osprey")).tiled());

    @Test
    void parse_v3_givesEveryFact() throws Exception {
        LogList list = LogList.parse(json);
        TransparencyLog first = list.log(log.hash()).orElseThrow();

        assertThat(list.date()).isEqualTo(DATE);
        assertThat(list.version()).isEqualTo("1.2");
        assertThat(list.logs()).hasSize(2);
        assertThat(list.logs().get(1).tiled()).isTrue();
        assertThat(first.tiled()).isFalse();
        assertThat(first.operator()).isEqualTo("Meridian");
        assertThat(first.description()).isEqualTo("Meridian log");
        assertThat(first.state()).isEqualTo(LogState.READONLY);
        assertThat(first.stateSince()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(first.stateAt(Instant.parse("2025-12-31T00:00:00Z"))).isEqualTo(LogState.USABLE);
        assertThat(first.maximumMergeDelay()).isEqualTo(Duration.ofDays(1));
        assertThat(first.intervalStart()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(first.intervalEnd()).contains(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(first.operatorAt(Instant.parse("2025-05-31T00:00:00Z"))).isEqualTo("Tallow");
        assertThat(first.operatorAt(Instant.parse("2025-06-01T00:00:00Z"))).isEqualTo("Meridian");
        assertThat(first.key()).contains(log.key.getPublic());
    }

    @Test
    void parse_cutAnywhere_isTheDeclaredExceptionWithAnOffset() {
        for (int length = 0; length < json.length(); length += 7) {
            String cut = json.substring(0, length);

            assertThatThrownBy(() -> LogList.parse(cut))
                    .isInstanceOfSatisfying(
                            LogListException.class, e -> assertThat(e.offset()).isBetween(0, cut.length()));
        }
    }

    @Test
    void parse_identifierOfAnotherKey_isRefused() {
        String other = json.replace(
                log.hash().base64(), new TestLog("x", key("osprey")).hash().base64());

        assertThatThrownBy(() -> LogList.parse(other))
                .isInstanceOf(LogListException.class)
                .hasMessageContaining("log_id is not the SHA-256 of the key");
    }

    @Test
    void parse_sameLogTwice_isRefused() {
        assertThatThrownBy(() -> LogList.parse(TestLog.json(DATE, log, log)))
                .isInstanceOf(LogListException.class)
                .hasMessageContaining("a second log");
    }

    @Test
    void parse_wrongFields_saysWhichAndWhere() {
        assertProblem(json.replace("\"operators\"", "\"operator\""), "expected a member \"operators\"");
        assertProblem(json.replace("\"name\": \"Meridian\", \"logs\"", "\"logs\""), "expected a member \"name\"");
        assertProblem(json.replace("\"name\": \"Tallow\", \"tiled", "\"name\": \"\", \"tiled"), "the operator's name");
        assertProblem(json.replace(DATE, "yesterday"), "expected a date and time of RFC 3339");
        assertProblem(json.replace("86400", "\"a day\""), "expected NUMBER, found STRING");
        assertProblem(json.replace("86400", "-1"), "negative");
        assertProblem(json.replace("86400", "1e9"), "expected a whole number");
        assertProblem(json.replace("\"usable\"", "\"usable\": {}, \"retired\""), "expected one state");
        assertProblem(json.replace("\"key\": \"", "\"key\": \"?"), "Illegal base64");
        assertProblem("[]", "expected OBJECT, found ARRAY");
    }

    private static void assertProblem(String text, String message) {
        assertThatThrownBy(() -> LogList.parse(text))
                .isInstanceOf(LogListException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parse_noDate_needsOneFromTheCaller() throws Exception {
        String undated = json.replace("\"log_list_timestamp\": \"" + DATE + "\", ", "");

        assertProblem(undated, "log_list_timestamp");
        assertThat(LogList.parse(undated, Instant.parse("2026-05-05T00:00:00Z")).date())
                .isEqualTo("2026-05-05T00:00:00Z");
    }

    @Test
    void parse_unknownKindOfKey_keepsTheLog() throws Exception {
        byte[] spki = java.util.HexFormat.of().parseHex("3009300706032a0304030000");
        String encoded = java.util.Base64.getEncoder().encodeToString(spki);
        String id = java.util.Base64.getEncoder().encodeToString(dev.interloper.certs.internal.Hashes.sha256(spki));
        LogList list = LogList.parse("{\"log_list_timestamp\": \"" + DATE + "\", \"operators\": [{\"name\": \"X\", "
                + "\"logs\": [{\"log_id\": \"" + id + "\", \"key\": \"" + encoded + "\"}]}]}");

        assertThat(list.logs().get(0).key()).isEmpty();
        assertThat(list.logs().get(0).state()).isEqualTo(LogState.UNKNOWN);
    }

    @Test
    void parse_stream_isBoundedAndUtf8() throws Exception {
        assertThat(LogList.parse(new ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(LogList.parse(json));
        assertThatThrownBy(() -> LogList.parse(new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'})))
                .isInstanceOf(LogListException.class);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThatThrownBy(() -> LogList.parse(endless))
                .isInstanceOf(LogListException.class)
                .hasMessageContaining("more than 8388608 bytes");
    }

    @Test
    void bundled_hasItsDateAndUsableKeys() {
        LogList list = LogList.bundled();

        assertThat(list.date()).isEqualTo("2026-01-02T12:57:01Z");
        assertThat(list.logs()).hasSize(75).allMatch(l -> l.key().isPresent());
        assertThat(list.logs()).anyMatch(TransparencyLog::tiled).anyMatch(l -> l.state() == LogState.RETIRED);
        assertThat(list.logs()).noneMatch(l -> l.state() == LogState.UNKNOWN);
    }
}
