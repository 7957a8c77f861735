package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.testpki.TestPki;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    private static final String BASE64 = "C5+lpZ7tcVwmwQIMcRtPbsQtWLABXhQzejna0wHFr8M=";

    private final X509Certificate certificate =
            TestPki.root("Root", TestPki.key("root")).mint();

    @Test
    void of_certificate_pinsItsKey() {
        Pin pin = Pin.of(certificate);

        assertThat(pin.keyHash()).contains(PublicKeyHash.of(certificate));
        assertThat(pin).hasToString(PublicKeyHash.of(certificate).toString());
        assertThat(pin.role()).isEqualTo(Pin.Role.ANY);
    }

    @Test
    void ofCertificate_certificate_pinsAllOfIt() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());

        Pin pin = Pin.ofCertificate(certificate);

        assertThat(pin).hasToString("cert-sha256/" + Base64.getEncoder().encodeToString(digest));
        assertThat(pin.keyHash()).isEmpty();
    }

    @Test
    void parse_everyFormOfOneKey_isTheSamePin() {
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(BASE64));
        String colons = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(Base64.getDecoder().decode(BASE64));
        Pin pin = Pin.parse("sha256/" + BASE64);

        assertThat(Pin.parse("sha256//" + BASE64)).isEqualTo(pin);
        assertThat(Pin.parse("sha256/" + hex)).isEqualTo(pin).hasSameHashCodeAs(pin);
        assertThat(Pin.parse("sha256/" + colons)).isEqualTo(pin);
        assertThat(Pin.parse("sha256/" + BASE64.replace("=", ""))).isEqualTo(pin);
        assertThat(Pin.parse("sha256/" + BASE64.replace('+', '-'))).isEqualTo(pin);
        assertThat(Pin.parse("pin-sha256=\"" + BASE64 + '"')).isEqualTo(pin);
        assertThat(pin.hex()).isEqualTo(hex);
    }

    @Test
    void parse_base64ThatBeginsWithSlash_isNoCurlForm() {
        String base64 = "/" + BASE64.substring(1);

        assertThat(Pin.parse("sha256/" + base64).base64()).isEqualTo(base64);
        assertThat(Pin.parse("sha256//" + base64).base64()).isEqualTo(base64);
    }

    @Test
    void parse_sha1_isRefusedWithTheReason() {
        assertThatThrownBy(() -> Pin.parse("sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .isInstanceOf(PinSyntaxException.class)
                .hasMessageContaining("SHA-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256/",
                "sha256/AAAA",
                "sha256/" + BASE64 + "A",
                "sha512/" + BASE64,
                BASE64,
                "leaf:",
                "leaf:ca:sha256/" + BASE64,
                "sha256/ " + BASE64,
                "pin-sha256=\"",
                "cert-sha256/0102"
            })
    void parse_otherText_saysWhere(String text) {
        assertThatThrownBy(() -> Pin.parse(text)).isInstanceOfSatisfying(PinSyntaxException.class, e -> {
            assertThat(e.line()).isEqualTo(1);
            assertThat(e.column()).isBetween(1, text.length() + 1);
            assertThat(e.reason()).isNotBlank();
        });
    }

    @Property(tries = 200)
    void parse_ownText_isEqual(@ForAll @Size(32) byte[] digest, @ForAll Pin.Kind kind, @ForAll Pin.Role role) {
        Pin pin = new Pin(kind, role, PublicKeyHash.fromHex(HexFormat.of().formatHex(digest)));

        assertThat(Pin.parse(pin.toString())).isEqualTo(pin);
    }

    @Property(tries = 500)
    void parse_anyText_throwsNothingElse(@ForAll String text) {
        try {
            assertThat(Pin.parse(text)).isNotNull();
        } catch (PinSyntaxException e) {
            assertThat(e).hasMessageContaining("line 1");
        }
    }
}
