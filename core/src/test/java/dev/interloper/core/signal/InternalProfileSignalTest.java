package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What internal hosts' own certificates look like. */
class InternalProfileSignalTest {

    private static final String INTERNAL = "files.corp.internal";

    private final Signal signal = new InternalProfileSignal();

    @ParameterizedTest
    @ValueSource(strings = {"1.3.6.1.4.1.311.20.2", "1.3.6.1.4.1.311.21.7", "1.3.6.1.4.1.37476.9000.64.1"})
    void examine_enrolledAtInternalHost_speaksAgainst(String extension) {
        X509Certificate leaf = TestPki.bareLeaf(INTERNAL)
                .extension(new ASN1ObjectIdentifier(extension), false, new DERBMPString("WebServer"))
                .mint();
        assertThat(one(signal, Seen.chain(INTERNAL, leaf)).grade()).isEqualTo(Grade.DECISIVE);
        assertThat(one(signal, Seen.chain(INTERNAL, leaf)).weight()).isNegative();
    }

    @Test
    void examine_selfSignedAppliance_speaksAgainst() {
        assertThat(one(
                                signal,
                                Seen.chain(
                                        "192.168.1.1",
                                        TestPki.selfSigned("192.168.1.1").mint()))
                        .weight())
                .isNegative();
    }

    @Test
    void examine_selfSignedForPublicNamesAtPrivateAddress_isSilent() {
        assertThat(signal.examine(
                        Seen.chain("192.168.1.1", TestPki.selfSigned(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_publicHost_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.selfSigned(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_plainPrivateLeaf_isSilent() {
        assertThat(signal.examine(
                        Seen.chain(INTERNAL, TestPki.bareLeaf(INTERNAL).mint())))
                .isEmpty();
    }
}
