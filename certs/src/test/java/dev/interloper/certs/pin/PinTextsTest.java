package dev.interloper.certs.pin;

import static dev.interloper.certs.pin.PinFixture.BACKUP;
import static dev.interloper.certs.pin.PinFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.PublicKeyHash;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a report says for people and for sinks. */
class PinTextsTest {
    private final PinFixture pki = new PinFixture();

    @Test
    void explain_mismatch_hasChainAndPinsReadyToPaste() {
        String text =
                pki.judge(policy(Pin.parse(BACKUP)), pki.leaf, pki.issuing).explain();

        assertThat(text.lines().map(String::strip))
                .startsWith(
                        "Pins of www.shop.example: MISMATCH (refused)",
                        "Validated path, ending in CN=Root (test roots), PUBLIC_CURRENT:",
                        PublicKeyHash.of(pki.leaf) + ": CN=www.shop.example",
                        PublicKeyHash.of(pki.issuing) + ": CN=Issuing",
                        PublicKeyHash.of(pki.root) + ": CN=Root",
                        "Expected for www.shop.example, set \"test\" (any of 1):",
                        BACKUP);
        assertThat(text).contains("Likely cause: UNKNOWN.");
    }

    @Test
    void explain_genuineChainAppended_setsItApart() {
        String text = pki.judge(policy(Pin.of(pki.leaf)), pki.forged, pki.leaf).explain();

        assertThat(text.lines().map(String::strip))
                .containsSequence(
                        "Sent too, on no validated path:", PublicKeyHash.of(pki.leaf) + ": CN=www.shop.example")
                .anyMatch(line -> line.startsWith("Likely cause: PROXY."));
    }

    @Test
    void toJson_mismatch_isTheReportOfRfc7469() {
        PinSet set = PinSet.builder("a\"b\\c")
                .add(BACKUP)
                .add(Pin.ofCertificate(pki.proxy))
                .expires(Instant.parse("2027-01-01T00:00:00Z"))
                .build();
        PinPolicy policy = PinPolicy.builder()
                .add(HostPattern.parse("**.shop.example"), set)
                .build();

        String json = pki.judge(policy, pki.leaf, pki.issuing, pki.proxy).toJson(8443);

        assertThat(json)
                .contains(
                        "\"date-time\": \"2026-06-01T12:00:00Z\"",
                        "\"hostname\": \"www.shop.example\"",
                        "\"port\": 8443,",
                        "\"effective-expiration-date\": \"2027-01-01T00:00:00Z\"",
                        "\"include-subdomains\": true,",
                        "\"noted-hostname\": \"shop.example\"",
                        "\"known-pins\": [\"pin-sha256=\\\"" + Pin.parse(BACKUP).base64() + "\\\"\"]");
        assertThat(certificates(json, "served-certificate-chain"))
                .containsExactly(der(pki.leaf), der(pki.issuing), der(pki.proxy));
        assertThat(certificates(json, "validated-certificate-chain"))
                .containsExactly(der(pki.leaf), der(pki.issuing), der(pki.root));
    }

    private static List<String> certificates(String json, String field) {
        String line = json.lines().filter(l -> l.contains(field)).findFirst().orElseThrow();
        String list = line.substring(line.indexOf('[') + 1, line.lastIndexOf(']'));
        return List.of(list.split(", ")).stream()
                .map(quoted -> quoted.replace("\\n", "").replaceAll("\"|-----[A-Z ]+-----", ""))
                .toList();
    }

    private static String der(java.security.cert.X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void toJson_portOutOfRange_isRefused() {
        PinReport report = pki.judge(policy(Pin.of(pki.leaf)), pki.leaf, pki.issuing);

        assertThatThrownBy(() -> report.toJson(65_536)).hasMessageContaining("port");
    }

    @Property(tries = 300)
    void quote_anyText_isOneJsonString(@ForAll String text) {
        String quoted = PinReportJson.quote(text);

        assertThat(quoted).matches("\"([ !#-\\[\\]-~]|\\\\([\"\\\\n]|u[0-9a-f]{4}))*\"");
        StringBuilder back = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                back.append(c);
            } else if (quoted.charAt(++i) == 'u') {
                back.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                back.append(quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i));
            }
        }
        assertThat(back).hasToString(text);
    }
}
