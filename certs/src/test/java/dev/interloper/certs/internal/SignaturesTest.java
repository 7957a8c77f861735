package dev.interloper.certs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestPki;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.DSAPublicKeySpec;
import org.junit.jupiter.api.Test;

/** Keys of a length that makes one verification take minutes are not tried. */
class SignaturesTest {

    private static final int HUGE = 100_000;

    private final X509Certificate certificate = TestPki.leaf(
                    "www.fabrikam.example", TestPki.key("leaf"), "CN=Root", TestPki.key("root"))
            .mint();

    @Test
    void check_hugeDsaKey_isUnsupported() throws Exception {
        BigInteger p = BigInteger.ONE.shiftLeft(HUGE).add(BigInteger.ONE);
        PublicKey key = KeyFactory.getInstance("DSA")
                .generatePublic(new DSAPublicKeySpec(
                        BigInteger.valueOf(5), p, BigInteger.ONE.shiftLeft(255), BigInteger.valueOf(3)));
        assertThat(Signatures.check(certificate, key)).isEqualTo(Signatures.Outcome.UNSUPPORTED);
    }
}
