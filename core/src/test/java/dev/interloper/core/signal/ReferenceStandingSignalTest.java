package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reference that is no use, and the kind of key. */
class ReferenceStandingSignalTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();

    private final Signal standing = new ReferenceStandingSignal();
    private final Signal key = new ReferenceKeySignal();

    @Test
    void examine_interceptedReference_saysSo() {
        Observation seen = Compared.with(ReferenceStanding.INTERCEPTED, List.of(ORIGIN), List.of(ORIGIN));
        assertThat(seen.reference()).isEmpty();
        assertThat(one(standing, seen).grade()).isEqualTo(Grade.CONTEXT);
        assertThat(one(standing, seen).statement()).contains("nothing is concluded from it");
    }

    @Test
    void examine_hostNotInTheReference_saysSo() {
        Observation seen = Seen.builder(HOST, ORIGIN).referenceMissing().build();
        assertThat(one(standing, seen).statement()).contains("holds no connection to this host");
    }

    @Test
    void examine_genuineReference_isSilent() {
        assertThat(standing.examine(Compared.withGenuine(ORIGIN, ORIGIN))).isEmpty();
    }

    @Test
    void key_otherKind_isWeak() {
        X509Certificate forged = TestPki.bareLeaf(HOST).key(TestPki.rsa(2048)).mint();
        assertThat(one(key, Compared.withGenuine(forged, ORIGIN)).statement()).contains("2048-bit RSA", "256-bit EC");
    }

    @Test
    void key_sameKind_isSilent() {
        X509Certificate forged = TestPki.bareLeaf(HOST).key(TestPki.key("new")).mint();
        assertThat(key.examine(Compared.withGenuine(forged, ORIGIN))).isEmpty();
    }
}
