package dev.interloper.core.compare;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.compare.ComparedAspect.Likeness;
import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Observation;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two views side by side. */
class ComparisonTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();
    private static final byte[] TICKET = Tls.extension(35, new byte[0]);
    private static final byte[] EMS = Tls.extension(23, new byte[0]);
    private static final byte[] H2 = Tls.protocols("h2");

    private static Observation connection(byte[] clientHello, byte[]... flight) {
        return Seen.handshake(
                Exchange.opened().client(Tls.handshake(clientHello)).after(41).server(Tls.handshake(flight)));
    }

    private static byte[] hello(byte[]... extensions) {
        return Tls.serverHello(0x0303, 0xc02f, extensions);
    }

    private static Observation answered(byte[] serverHello) {
        return connection(
                Tls.clientHelloOffering(HOST, TICKET, EMS, Tls.protocols("h2", "http/1.1")),
                serverHello,
                Tls.certificate(List.of(ORIGIN)),
                Tls.serverHelloDone());
    }

    private static ComparedAspect aspect(Observation seen, Observation reference, Aspect aspect) {
        return Comparison.of(seen, reference).aspect(aspect).orElseThrow();
    }

    @Nested
    class Answers {

        @Test
        void of_itself_hasNoDifferences() {
            Observation seen = answered(hello(TICKET, EMS));
            Comparison comparison = Comparison.of(seen, seen);
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.mattering()).isEmpty();
            assertThat(comparison.aspects()).isNotEmpty();
            assertThat(comparison).hasToString("no differences");
        }

        @Test
        void extensions_otherOrder_matters() {
            ComparedAspect row =
                    aspect(answered(hello(EMS, TICKET)), answered(hello(TICKET, EMS)), Aspect.HELLO_EXTENSIONS);
            assertThat(row.likeness()).isEqualTo(Likeness.DIFFERENT);
            assertThat(row.matters()).isTrue();
            assertThat(row.seen()).contains("extended_main_secret, session_ticket");
            assertThat(row.remark()).contains("order");
        }

        @Test
        void extensions_offeredAndUnanswered_matters() {
            ComparedAspect row = aspect(answered(hello()), answered(hello(EMS)), Aspect.HELLO_EXTENSIONS);
            assertThat(row.matters()).isTrue();
            assertThat(row.remark()).contains("this client offered");
        }

        @Test
        void extensions_notOffered_isInnocent() {
            Observation plain = connection(Tls.clientHelloOffering(HOST), hello(), Tls.certificate(List.of(ORIGIN)));
            ComparedAspect row = aspect(plain, answered(hello(EMS)), Aspect.HELLO_EXTENSIONS);
            assertThat(row.likeness()).isEqualTo(Likeness.DIFFERENT);
            assertThat(row.matters()).isFalse();
        }

        @Test
        void protocol_droppedThoughOffered_matters() {
            ComparedAspect row = aspect(answered(hello()), answered(hello(H2)), Aspect.APPLICATION_PROTOCOL);
            assertThat(row.seen()).contains("none");
            assertThat(row.reference()).contains("h2");
            assertThat(row.matters()).isTrue();
        }

        @Test
        void protocol_notOffered_isInnocent() {
            Observation plain = connection(Tls.clientHelloOffering(HOST), hello(), Tls.certificate(List.of(ORIGIN)));
            assertThat(aspect(plain, answered(hello(H2)), Aspect.APPLICATION_PROTOCOL)
                            .matters())
                    .isFalse();
        }

        @Test
        void ticket_notGivenThoughAskedFor_matters() {
            assertThat(aspect(answered(hello()), answered(hello(TICKET)), Aspect.SESSION_TICKET)
                            .matters())
                    .isTrue();
        }

        @Test
        void suite_otherOfTwoOfferedAlike_matters() {
            ComparedAspect row = aspect(
                    answered(Tls.serverHello(0x0303, 0xc030)),
                    answered(Tls.serverHello(0x0303, 0xc02f)),
                    Aspect.CIPHER_SUITE);
            assertThat(row.matters()).isTrue();
            assertThat(row.remark()).contains("same order");
        }

        @Test
        void suite_notOfferedHere_isInnocent() {
            Observation old = connection(Tls.clientHello(HOST), Tls.serverHello(0x0303, 0xc02f));
            assertThat(aspect(old, answered(Tls.serverHello(0x0303, 0xc030)), Aspect.CIPHER_SUITE)
                            .matters())
                    .isFalse();
        }

        @Test
        void version_lowerThoughOffered_matters() {
            ComparedAspect row = aspect(answered(Tls.serverHello(0x0301, 0xc02f)), answered(hello()), Aspect.VERSION);
            assertThat(row.matters()).isTrue();
            assertThat(row.remark()).contains("this client offered TLS 1.2 too");
        }

        @Test
        void version_laterThanThisClientOffers_isInnocent() {
            byte[] offers13 = Tls.clientHelloOffering(HOST, Tls.extension(43, new byte[] {2, 3, 4}));
            Observation later = connection(offers13, Tls.serverHello13());
            assertThat(aspect(answered(hello()), later, Aspect.VERSION).matters())
                    .isFalse();
            assertThat(aspect(answered(hello()), later, Aspect.DOWNGRADE_SENTINEL)
                            .matters())
                    .isTrue();
        }

        @Test
        void certificate_encryptedHere_isSaidToBeUnseen() {
            byte[] offers13 = Tls.clientHelloOffering(HOST, Tls.extension(43, new byte[] {2, 3, 4}));
            Observation encrypted = connection(offers13, Tls.serverHello13());
            Observation seen = Seen.builder(HOST, ORIGIN).build();
            ComparedAspect row = aspect(encrypted, seen, Aspect.ISSUER);
            assertThat(row.likeness()).isEqualTo(Likeness.UNSEEN);
            assertThat(row.seen()).isEmpty();
            assertThat(row.remark()).isEqualTo("not seen in this connection");
        }
    }

    @Nested
    class Flights {

        private Observation written(boolean oneByOne) {
            Exchange exchange = Exchange.opened()
                    .client(Tls.handshake(Tls.clientHello(HOST)))
                    .after(41);
            byte[] certificate = Tls.certificate(List.of(ORIGIN));
            return Seen.handshake(
                    oneByOne
                            ? exchange.server(Tls.handshake(Tls.serverHello()))
                                    .server(Tls.handshake(certificate))
                                    .server(Tls.handshake(Tls.serverHelloDone()))
                            : exchange.server(Tls.handshake(Tls.serverHello(), certificate, Tls.serverHelloDone())));
        }

        @Test
        void flights_recordsAndSegments_differAndMatter() {
            Comparison comparison = Comparison.of(written(true), written(false));
            ComparedAspect records = comparison.aspect(Aspect.RECORDS).orElseThrow();
            assertThat(records.seen()).contains("ServerHello | Certificate | ServerHelloDone");
            assertThat(records.reference()).contains("ServerHello + Certificate + ServerHelloDone");
            assertThat(records.matters()).isTrue();
            assertThat(comparison.aspect(Aspect.SEGMENTS).orElseThrow().matters())
                    .isTrue();
        }
    }

    @Nested
    class Leaves {

        @Test
        void leaf_copiedDates_matterAlthoughTheyAreTheSame() {
            X509Certificate forged =
                    TestPki.bareLeaf(HOST).key(TestPki.rsa(2048)).serial(5).mint();
            Comparison comparison =
                    Comparison.of(Compared.withGenuine(forged, ORIGIN)).orElseThrow();
            ComparedAspect date = comparison.aspect(Aspect.NOT_AFTER).orElseThrow();
            assertThat(date.likeness()).isEqualTo(Likeness.SAME);
            assertThat(date.matters()).isTrue();
            assertThat(comparison.mattering().stream().map(ComparedAspect::aspect))
                    .contains(Aspect.ISSUER, Aspect.KEY, Aspect.ANCHOR, Aspect.EMBEDDED_TIMESTAMPS);
            assertThat(comparison.toString()).contains("issuer: CN=Contoso Private Root");
        }

        @Test
        void leaf_renewed_differsAndDoesNotMatter() {
            X509Certificate renewed =
                    TestPki.publicLeaf(HOST).key(TestPki.key("new")).serial(5).mint();
            Comparison comparison =
                    Comparison.of(Compared.withGenuine(renewed, ORIGIN)).orElseThrow();
            assertThat(comparison.differences().stream().map(ComparedAspect::aspect))
                    .contains(Aspect.SERIAL, Aspect.KEY);
            assertThat(comparison.mattering()).isEmpty();
        }

        @Test
        void of_noReference_isEmpty() {
            assertThat(Comparison.of(Seen.chain(HOST, ORIGIN))).isEmpty();
        }
    }
}
