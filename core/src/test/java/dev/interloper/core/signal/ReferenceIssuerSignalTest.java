package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another authority than the reference's. */
class ReferenceIssuerSignalTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();
    private static final KeyPair ENGINE = TestPki.key("engine");

    private final Signal signal = new ReferenceIssuerSignal();

    private static Observation besideGenuine(X509Certificate... chain) {
        return Compared.with(ReferenceStanding.GENUINE, List.of(chain), List.of(ORIGIN, TestPki.PUBLIC_ROOT));
    }

    @Test
    void examine_privateBesidePublic_isStrong() {
        Evidence evidence =
                one(signal, besideGenuine(TestPki.bareLeaf(HOST).key(ENGINE).mint(), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(4);
        assertThat(evidence.statement()).contains("Contoso Private Root", "leads to a private one");
    }

    @Test
    void examine_issuersNameOnAnotherKey_isDecisive() {
        X509Certificate imitation = TestPki.authority(
                        "CN=Kestrel Public Root", ENGINE, "CN=Kestrel Public Root", ENGINE)
                .mint();
        Evidence evidence = one(
                signal,
                besideGenuine(TestPki.leaf(imitation, ENGINE, HOST).key(ENGINE).mint(), imitation));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.statement()).contains("another key signed it");
    }

    @Test
    void examine_forOtherNames_isWeak() {
        Evidence evidence = one(
                signal,
                besideGenuine(TestPki.bareLeaf("portal.example").key(ENGINE).mint(), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.statement()).contains("for other names");
    }

    @Test
    void examine_selfSigned_isWeak() {
        assertThat(one(signal, besideGenuine(TestPki.selfSigned(HOST).mint())).grade())
                .isEqualTo(Grade.WEAK);
    }

    @Test
    void examine_rootNotSent_weighsLess() {
        assertThat(one(signal, besideGenuine(TestPki.bareLeaf(HOST).key(ENGINE).mint()))
                        .weight())
                .isEqualTo(2);
    }

    @Test
    void examine_bothPublic_isSilent() {
        assertThat(signal.examine(besideGenuine(
                        TestPki.publicLeaf(HOST).key(ENGINE).serial(99).mint())))
                .isEmpty();
    }

    @Test
    void examine_undecidedReference_isWeak() {
        X509Certificate other = TestPki.leaf(
                        TestPki.authority("CN=Other", ENGINE, "CN=Other", ENGINE)
                                .mint(),
                        ENGINE,
                        HOST)
                .mint();
        Evidence evidence = one(
                signal,
                Compared.with(
                        ReferenceStanding.UNDECIDED,
                        List.of(TestPki.bareLeaf(HOST).key(ENGINE).mint()),
                        List.of(other)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
    }

    @Test
    void examine_privateBesideAnotherPrivateOneThatIsGenuine_isStrong() {
        X509Certificate other =
                TestPki.authority("CN=Other", ENGINE, "CN=Other", ENGINE).mint();
        Evidence evidence = one(
                signal,
                Compared.with(
                        ReferenceStanding.GENUINE,
                        List.of(TestPki.leaf(other, ENGINE, HOST).key(ENGINE).mint(), other),
                        List.of(TestPki.privateLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(3);
        assertThat(evidence.statement()).contains("the server's own certificate", "CN=Other");
    }

    @Test
    void examine_noReference_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
