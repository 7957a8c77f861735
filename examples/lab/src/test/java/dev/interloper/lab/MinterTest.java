package dev.interloper.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.Manner.LeafKey;
import dev.interloper.lab.Manner.Tail;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MinterTest {
    private static final String PROMISES = LabPki.SCT_LIST.getId();
    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String POLICIES = "2.5.29.32";
    private static final String NAMES = "2.5.29.17";

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static PublicCast cast;
    private static Map<String, Identity> sites = Map.of();
    private static Identity origin;
    private static Authority impostor;

    @BeforeAll
    static void mintOrigin() throws Exception {
        cast = new PublicCast(NOW);
        sites = cast.sites();
        origin = sites.get("lindgren");
        impostor = Impostor.of(cast.saltmarsh.certificate(), Keys.rsa(2048));
    }

    private Identity forge(Authority authority, Set<Copied> copied, LeafKey key, Tail tail) throws Exception {
        var manner = new Manner(copied, key, tail, Duration.ofMinutes(5), Duration.ofDays(30), false, false);
        return new Minter(authority, manner).forge(origin.chain(), NOW);
    }

    @Nested
    class Forge {
        @Test
        void everythingCopied_differsInKeyAndSignatureOnly() throws Exception {
            X509Certificate real = origin.leaf();

            X509Certificate forged = forge(impostor, EnumSet.allOf(Copied.class), LeafKey.LIKE_ORIGIN, Tail.NOTHING)
                    .leaf();

            assertThat(forged.getSerialNumber()).isEqualTo(real.getSerialNumber());
            assertThat(forged.getNotBefore()).isEqualTo(real.getNotBefore());
            assertThat(forged.getNotAfter()).isEqualTo(real.getNotAfter());
            assertThat(forged.getSubjectX500Principal()).isEqualTo(real.getSubjectX500Principal());
            assertThat(forged.getIssuerX500Principal()).isEqualTo(real.getIssuerX500Principal());
            assertThat(forged.getCriticalExtensionOIDs()).isEqualTo(real.getCriticalExtensionOIDs());
            assertThat(forged.getNonCriticalExtensionOIDs()).isEqualTo(real.getNonCriticalExtensionOIDs());
            for (String oid : real.getNonCriticalExtensionOIDs()) {
                assertThat(forged.getExtensionValue(oid)).as(oid).isEqualTo(real.getExtensionValue(oid));
            }
            assertThat(forged.getPublicKey()).isNotEqualTo(real.getPublicKey());
            assertThatThrownBy(() -> forged.verify(cast.saltmarsh.keys().getPublic()))
                    .isInstanceOf(SignatureException.class);
            forged.verify(impostor.keys().getPublic());
        }

        @Test
        void urlsCopied_keepsThemAndNoPromise() throws Exception {
            var forged = forge(impostor, Set.of(Copied.URLS), LeafKey.LIKE_ORIGIN, Tail.NOTHING)
                    .leaf();

            assertThat(forged.getExtensionValue(ACCESS)).isEqualTo(origin.leaf().getExtensionValue(ACCESS));
            assertThat(forged.getExtensionValue(NAMES)).isEqualTo(origin.leaf().getExtensionValue(NAMES));
            assertThat(forged.getExtensionValue(PROMISES)).isNull();
            assertThat(forged.getExtensionValue(POLICIES)).isNull();
            assertThat(forged.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        }

        @Test
        void authorityKey_isTheLeafsToo() throws Exception {
            var forged = forge(impostor, Set.of(), LeafKey.AUTHORITY, Tail.AUTHORITY);

            assertThat(forged.leaf().getPublicKey()).isEqualTo(impostor.keys().getPublic());
            assertThat(forged.chain()).last().isEqualTo(impostor.certificate());
        }

        @Test
        void ellipticKey_whateverTheOriginHas() throws Exception {
            var forged = forge(impostor, Set.of(), LeafKey.EC, Tail.ORIGIN);

            assertThat(forged.leaf().getPublicKey().getAlgorithm()).isEqualTo("EC");
            assertThat(forged.chain()).last().isEqualTo(cast.saltmarsh.certificate());
        }

        @Test
        void sharedKey_isTheSameForEveryHost() throws Exception {
            var manner =
                    new Manner(Set.of(), LeafKey.SHARED, Tail.NOTHING, Duration.ZERO, Duration.ofDays(1), false, false);
            var minter = new Minter(impostor, manner);

            var first = minter.forge(origin.chain(), NOW).leaf();
            var second = minter.forge(sites.get("merrow").chain(), NOW).leaf();

            assertThat(first.getPublicKey()).isEqualTo(second.getPublicKey());
            assertThat(first.getSubjectX500Principal()).isNotEqualTo(second.getSubjectX500Principal());
        }

        @Test
        void ownLogAndPolicy_claimWhatTheyAreNot() throws Exception {
            var manner = new Manner(
                    Set.of(), LeafKey.LIKE_ORIGIN, Tail.NOTHING, Duration.ZERO, Duration.ofDays(1), true, true);

            var forged = new Minter(impostor, manner).forge(origin.chain(), NOW).leaf();

            assertThat(forged.getExtensionValue(POLICIES)).isNotNull();
            assertThat(forged.getExtensionValue(PROMISES)).isNotNull();
        }
    }

    @Nested
    class Impersonation {
        @Test
        void authority_hasTheNameAndTheKeyIdentifierButNotTheKey() {
            X509Certificate real = cast.saltmarsh.certificate();
            X509Certificate fake = impostor.certificate();
            var keyIdentifier = "2.5.29.14";

            assertThat(fake.getSubjectX500Principal()).isEqualTo(real.getSubjectX500Principal());
            assertThat(fake.getIssuerX500Principal()).isEqualTo(real.getSubjectX500Principal());
            assertThat(fake.getExtensionValue(keyIdentifier)).isEqualTo(real.getExtensionValue(keyIdentifier));
            assertThat(fake.getPublicKey()).isNotEqualTo(real.getPublicKey());
        }
    }

    @Nested
    class Sites {
        @Test
        void everyOne_isSignedByWhatItsChainSaysOrIsSentWithout() throws Exception {
            var intermediates =
                    cast.intermediates().stream().map(Authority::certificate).toList();

            for (var site : sites.values()) {
                var issuer = intermediates.stream()
                        .filter(one ->
                                one.getSubjectX500Principal().equals(site.leaf().getIssuerX500Principal()))
                        .findFirst()
                        .orElseThrow();
                site.leaf().verify(issuer.getPublicKey());
            }
        }

        @Test
        void disordered_sendsTheRootAheadOfTheIntermediate() throws Exception {
            assertThat(sites.get("disordered").chain().subList(1, 3))
                    .isEqualTo(List.of(cast.orreryRoot.certificate(), cast.orreryRsa.certificate()));
        }
    }
}
