package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference's certificate, its key, or its authority again; and a reference that is no use. */
class ReferenceSameSignalTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();

    private final Signal same = new ReferenceSameSignal();
    private final Signal rotation = new ReferenceRotationSignal();

    @Test
    void examine_sameCertificateAsAGenuineOne_isDecisiveAgainst() {
        Evidence evidence = one(same, Compared.withGenuine(ORIGIN, ORIGIN));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(-8);
    }

    @Test
    void examine_sameKeyAsAGenuineOne_isDecisiveAgainst() {
        X509Certificate renewed = TestPki.bareLeaf(HOST).serial(123_456_789).mint();
        Evidence evidence = one(same, Compared.withGenuine(renewed, ORIGIN));
        assertThat(evidence.weight()).isEqualTo(-6);
        assertThat(evidence.statement()).contains("the key is the reference's");
    }

    @Test
    void examine_sameCertificateAsAnUndecidedOne_saysThatBothMayBeIntercepted() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).mint();
        Evidence evidence = one(same, Compared.with(ReferenceStanding.UNDECIDED, List.of(leaf), List.of(leaf)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(-1);
        assertThat(evidence.statement()).contains("both views may be intercepted");
    }

    @Test
    void examine_otherCertificate_isSilent() {
        X509Certificate other = TestPki.publicLeaf(HOST).key(TestPki.key("new")).mint();
        assertThat(same.examine(Compared.withGenuine(other, ORIGIN))).isEmpty();
    }

    @Test
    void rotation_bothPublic_isWeakAgainst() {
        X509Certificate other =
                TestPki.publicLeaf(HOST).key(TestPki.key("new")).serial(99).mint();
        Evidence evidence = one(rotation, Compared.withGenuine(other, ORIGIN));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isNegative();
    }

    @Test
    void rotation_otherAuthority_isSilent() {
        X509Certificate forged = TestPki.bareLeaf(HOST).key(TestPki.key("new")).mint();
        assertThat(rotation.examine(Compared.withGenuine(forged, ORIGIN))).isEmpty();
    }

    @Test
    void rotation_sameAuthorityAsAGenuineOne_isDecisiveAgainst() {
        X509Certificate old = TestPki.privateLeaf(HOST).mint();
        X509Certificate renewed =
                TestPki.privateLeaf(HOST).key(TestPki.key("new")).serial(99).mint();
        Evidence evidence = one(
                rotation,
                Compared.with(ReferenceStanding.GENUINE, List.of(renewed), List.of(old, TestPki.PRIVATE_ROOT)));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(-5);
    }

    @Test
    void rotation_sameAuthorityAsAnUndecidedOne_isContext() {
        X509Certificate old = TestPki.privateLeaf(HOST).mint();
        X509Certificate renewed =
                TestPki.privateLeaf(HOST).key(TestPki.key("new")).serial(99).mint();
        assertThat(one(
                                rotation,
                                Compared.with(
                                        ReferenceStanding.UNDECIDED,
                                        List.of(renewed),
                                        List.of(old, TestPki.PRIVATE_ROOT)))
                        .grade())
                .isEqualTo(Grade.CONTEXT);
    }
}
