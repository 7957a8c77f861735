package dev.interloper.certs.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestPki;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnameMatcherTest {
    private static X509Certificate certificate(GeneralName... names) {
        return new TestPki.Minting("CN=cn.example.com", TestPki.key("leaf"), "CN=Root", TestPki.key("root"))
                .from("2026-05-01", 90)
                .san(names)
                .mint();
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, www.example.com, true",
        "WWW.Example.com, www.EXAMPLE.com., true",
        "*.example.com, www.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.b.example.com, false",
        "w*.example.com, www.example.com, false",
        "*www.example.com, www.example.com, false",
        "www.*.com, www.example.com, false",
        "*.com, example.com, false",
        "*, example, false",
        "*., example.com, false",
        "example.com, www.example.com, false",
        "xn--bcher-kva.example, bücher.example, true",
        "*.example.com, xn--bcher-kva.example.com, true",
        "10.0.0.1, 10.0.0.1, false",
    })
    void match_dnsName_followsRfc9525(String pattern, String host, boolean matches) {
        HostnameMatch match = HostnameMatcher.match(certificate(dns(pattern)), ServerName.parse(host));

        assertThat(match.matched()).isEqualTo(matches);
        assertThat(match.matchedBy().isPresent()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "2001:db8::1, 2001:DB8:0::1, true",
        "10.0.0.1, a.example.com, false"
    })
    void match_address_comparesOctets(String presented, String host, boolean matches) {
        X509Certificate certificate = certificate(new GeneralName(GeneralName.iPAddress, presented));

        assertThat(HostnameMatcher.match(certificate, ServerName.parse(host)).matched())
                .isEqualTo(matches);
    }

    @Test
    void match_commonNameOnly_doesNotMatch() {
        X509Certificate certificate = new TestPki.Minting(
                        "CN=cn.example.com", TestPki.key("leaf"), "CN=Root", TestPki.key("root"))
                .from("2026-05-01", 90)
                .mint();

        HostnameMatch match = HostnameMatcher.match(certificate, ServerName.parse("cn.example.com"));

        assertThat(match.matched()).isFalse();
        assertThat(match.hasSubjectAltName()).isFalse();
        assertThat(match.toString()).contains("no subjectAltName").contains("cn.example.com");
    }

    @Test
    void match_severalNames_saysWhichOneMatched() {
        X509Certificate certificate = certificate(dns("a.example.com"), dns("*.b.example.com"), dns("x.b.example.com"));

        HostnameMatch match = HostnameMatcher.match(certificate, ServerName.parse("x.b.example.com"));

        assertThat(match.matchedBy()).contains(new SubjectAltName(SubjectAltName.Kind.DNS, "*.b.example.com"));
        assertThat(match.presented()).hasSize(3);
    }

    @Test
    void match_nulInName_isNotCutThere() {
        X509Certificate certificate = certificate(dns("www.example.com\0.evil.example"));

        HostnameMatch match = HostnameMatcher.match(certificate, ServerName.parse("www.example.com"));

        assertThat(match.matched()).isFalse();
        assertThat(match.toString())
                .contains("www.example.com\\u{0}.evil.example")
                .doesNotContain("\0");
    }

    @Test
    void match_malformedExtension_doesNotMatch() {
        X509Certificate certificate = new TestPki.Minting("CN=x", TestPki.key("leaf"), "CN=Root", TestPki.key("root"))
                .from("2026-05-01", 90)
                .extension(Extension.subjectAlternativeName, false, new DEROctetString(new byte[] {1, 2, 3}))
                .mint();

        SubjectAltNames names = SubjectAltNames.of(certificate);

        assertThat(names.present()).isTrue();
        assertThat(names.complete()).isFalse();
        assertThat(HostnameMatcher.match(certificate, ServerName.parse("a.example"))
                        .matched())
                .isFalse();
    }

    @Property
    void matches_anyPatternAndHost_agreesWithTheModel(
            @ForAll("patterns") String pattern, @ForAll("hosts") String host) {
        boolean matched =
                HostnameMatcher.matches(new SubjectAltName(SubjectAltName.Kind.DNS, pattern), ServerName.parse(host));

        assertThat(matched).isEqualTo(model(pattern, host));
    }

    /** RFC 9525 6.3 word for word: label by label, a wildcard only as the whole first of three labels or more. */
    private static boolean model(String pattern, String host) {
        List<String> expected = Arrays.asList(pattern.split("\\.", -1));
        List<String> actual = Arrays.asList(host.split("\\.", -1));
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean wildcard = i == 0 && expected.get(i).equals("*") && expected.size() >= 3;
            if (!wildcard && !expected.get(i).equalsIgnoreCase(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<String> patterns() {
        return joined(Arbitraries.of("*", "a", "A", "b", "a*", "*a", "**"));
    }

    @Provide
    Arbitrary<String> hosts() {
        return joined(Arbitraries.of("a", "b", "B", "aa"));
    }

    private static Arbitrary<String> joined(Arbitrary<String> labels) {
        return labels.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join(".", list));
    }
}
