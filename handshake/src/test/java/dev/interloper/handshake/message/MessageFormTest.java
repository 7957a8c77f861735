package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every message whose body is decoded, in every form that it has. */
class MessageFormTest {

    private static final TlsVersion DRAFT_18 = new TlsVersion(0x7f12);
    private static final TlsVersion DTLS_1_0 = new TlsVersion(0xfeff);
    private static final TlsVersion DTLS_1_2 = new TlsVersion(0xfefd);
    private static final TlsVersion DTLS_1_3 = new TlsVersion(0xfefc);
    private static final MessageContext UNKNOWN = MessageContext.of(Protocol.TLS);
    private static final byte[] ALPN = TlsBytes.extension(16, new byte[] {0, 3, 2, 'h', '2'});

    private static MessageContext version(TlsVersion version) {
        return UNKNOWN.withVersion(version);
    }

    private static MessageContext suite(int suite) {
        return version(TlsVersion.TLS_1_2).withCipherSuite(suite);
    }

    private static Provenance from(Direction direction) {
        return new Provenance(direction, 0, 0, List.of(), List.of());
    }

    /** A well-formed message of the class that its type stands for. */
    private static <T extends HandshakeMessage> T parse(
            Class<T> kind, int type, MessageContext context, Consumer<Wire> body) {
        HandshakeMessage message = MessageParser.parse(
                new HandshakeType(type), Bytes.copyOf(Wire.of(body)), from(Direction.SERVER_TO_CLIENT), context);
        assertThat(message.malformation()).isEmpty();
        return kind.cast(message);
    }

    @Test
    void emptyMessages_areWellFormedOnlyWhenEmpty() {
        for (int type : new int[] {0, 5, 14}) {
            parse(HandshakeMessage.class, type, UNKNOWN, wire -> {});
            HandshakeMessage longer = MessageParser.parse(
                    new HandshakeType(type), Bytes.ofHex("00"), from(Direction.SERVER_TO_CLIENT), UNKNOWN);
            assertThat(longer.malformation()).isPresent();
            assertThat(longer).isNotInstanceOf(OpaqueMessage.class);
        }
    }

    @Test
    void helloVerifyRequest_hasTheCookie() {
        HelloVerifyRequest request = parse(
                HelloVerifyRequest.class, 3, UNKNOWN, wire -> wire.u16(0xfeff).vector8(new byte[] {1, 2, 3}));

        assertThat(request.version()).isEqualTo(DTLS_1_0);
        assertThat(request.cookie()).isEqualTo(Bytes.ofHex("010203"));
    }

    @Nested
    class Tickets {

        private void tls12(Wire wire) {
            wire.u32(7200).vector16(TlsBytes.noise(64, 1));
        }

        private void tls13(Wire wire) {
            wire.u32(604_800)
                    .u32(0xfedcba98L)
                    .vector8(new byte[] {0, 1})
                    .vector16(TlsBytes.noise(64, 2))
                    .vector16(TlsBytes.extension(42, new byte[] {0, 0, 0x40, 0}));
        }

        @Test
        void tls12_hasLifetimeAndTicket() {
            NewSessionTicket ticket = parse(NewSessionTicket.class, 4, version(TlsVersion.TLS_1_2), this::tls12);

            assertThat(ticket.lifetimeSeconds()).isEqualTo(7200);
            assertThat(ticket.ticket().length()).isEqualTo(64);
            assertThat(ticket.assumedVersion()).isEmpty();
        }

        @Test
        void tls13_hasNonceAndExtensions() {
            NewSessionTicket ticket = parse(NewSessionTicket.class, 4, version(DTLS_1_3), this::tls13);

            assertThat(ticket.lifetimeSeconds()).isEqualTo(604_800);
            assertThat(ticket.ageAdd()).isEqualTo(0xfedcba98L);
            assertThat(ticket.nonce()).isEqualTo(Bytes.ofHex("0001"));
            assertThat(ticket.ticket()).isEqualTo(Bytes.copyOf(TlsBytes.noise(64, 2)));
            assertThat(ticket.extensions()).extracting(Extension::name).containsExactly("early_data");
        }

        @Test
        void draft18_hasNoNonce() {
            NewSessionTicket ticket = parse(
                    NewSessionTicket.class,
                    4,
                    version(DRAFT_18),
                    wire -> wire.u32(1).u32(2).vector16(new byte[] {9}).vector16(new byte[0]));

            assertThat(ticket.nonce().isEmpty()).isTrue();
            assertThat(ticket.ticket()).isEqualTo(Bytes.ofHex("09"));
        }

        @Test
        void unknownVersion_isToldFromTheBody() {
            assertThat(parse(NewSessionTicket.class, 4, UNKNOWN, this::tls12).assumedVersion())
                    .contains(TlsVersion.TLS_1_2);
            assertThat(parse(NewSessionTicket.class, 4, UNKNOWN, this::tls13).assumedVersion())
                    .contains(TlsVersion.TLS_1_3);
        }
    }

    @Test
    void helloRetryRequestOfDrafts_hasSuiteSinceDraft19() {
        HelloRetryRequest old = parse(
                HelloRetryRequest.class, 6, UNKNOWN, wire -> wire.u16(0x7f12).vector16(ALPN));
        HelloRetryRequest later = parse(
                HelloRetryRequest.class,
                6,
                UNKNOWN,
                wire -> wire.u16(0x7f14).u16(0x1301).vector16(ALPN));

        assertThat(old.cipherSuite()).isEmpty();
        assertThat(old.version()).isEqualTo(DRAFT_18);
        assertThat(later.cipherSuite()).hasValue(0x1301);
        assertThat(later.extensions()).extracting(Extension::type).containsExactly(16);
    }

    @Test
    void encryptedExtensions_keepTheirOrder() {
        EncryptedExtensions message = parse(
                EncryptedExtensions.class,
                8,
                UNKNOWN,
                wire -> wire.vector16(Wire.concat(TlsBytes.extension(10, new byte[0]), ALPN)));

        assertThat(message.extensions()).extracting(Extension::type).containsExactly(10, 16);
    }

    @Test
    void connectionIds_areRequestedAndGiven() {
        assertThat(parse(RequestConnectionId.class, 9, version(DTLS_1_3), wire -> wire.u8(3))
                        .count())
                .isEqualTo(3);
        NewConnectionId ids = parse(
                NewConnectionId.class,
                10,
                version(DTLS_1_3),
                wire -> wire.vector16(new byte[] {2, 7, 8, 0}).u8(1));

        assertThat(ids.connectionIds()).containsExactly(Bytes.ofHex("0708"), Bytes.EMPTY);
        assertThat(ids.usage()).isEqualTo(1);
    }

    @Nested
    class CertificateRequests {

        @Test
        void tls13AndItsClientForm_haveContextAndExtensions() {
            for (int type : new int[] {13, 17}) {
                CertificateRequest request = parse(
                        CertificateRequest.class,
                        type,
                        version(TlsVersion.TLS_1_3),
                        wire -> wire.vector8(new byte[] {5}).vector16(ALPN));

                assertThat(request.type().code()).isEqualTo(type);
                assertThat(request.requestContext()).isEqualTo(Bytes.ofHex("05"));
                assertThat(request.extensions()).hasSize(1);
            }
        }

        @Test
        void draft18_hasSchemesAndNames() {
            CertificateRequest request = parse(
                    CertificateRequest.class,
                    13,
                    version(DRAFT_18),
                    wire -> wire.vector8(new byte[] {5})
                            .vector16(new byte[] {8, 4})
                            .vector16(new byte[] {0, 2, 0x30, 0})
                            .vector16(new byte[0]));

            assertThat(request.requestContext()).isEqualTo(Bytes.ofHex("05"));
            assertThat(request.signatureSchemes()).containsExactly(0x0804);
            assertThat(request.certificateAuthorities()).containsExactly(Bytes.ofHex("3000"));
        }

        @Test
        void dtls_hasTheFormOfTheTlsItWasMadeFrom() {
            Consumer<Wire> tls11 = wire -> wire.vector8(new byte[] {1}).vector16(new byte[0]);
            Consumer<Wire> tls12 = wire ->
                    wire.vector8(new byte[] {1}).vector16(new byte[] {4, 1}).vector16(new byte[0]);

            assertThat(parse(CertificateRequest.class, 13, version(DTLS_1_0), tls11)
                            .signatureSchemes())
                    .isEmpty();
            assertThat(parse(CertificateRequest.class, 13, version(DTLS_1_2), tls12)
                            .signatureSchemes())
                    .containsExactly(0x0401);
            assertThat(parse(CertificateRequest.class, 13, UNKNOWN, tls11).assumedVersion())
                    .contains(TlsVersion.TLS_1_1);
        }
    }

    @Test
    void certificateVerify_namesItsSchemeSinceTls12() {
        Consumer<Wire> old = wire -> wire.vector16(TlsBytes.noise(128, 1));
        Consumer<Wire> later = wire -> wire.u16(0x0403).vector16(TlsBytes.noise(70, 1));

        assertThat(parse(CertificateVerify.class, 15, version(TlsVersion.SSL_3_0), old)
                        .signatureScheme())
                .isEmpty();
        assertThat(parse(CertificateVerify.class, 15, UNKNOWN, old).assumedVersion())
                .contains(TlsVersion.TLS_1_1);
        CertificateVerify verify = parse(CertificateVerify.class, 15, version(TlsVersion.TLS_1_3), later);
        assertThat(verify.signatureScheme()).hasValue(0x0403);
        assertThat(verify.signature().length()).isEqualTo(70);
    }

    @Test
    void rawPublicKey_isAKeyInTls12AndAnEntryInTls13() {
        MessageContext raw = version(TlsVersion.TLS_1_2).withServerCertificateType(2);
        byte[] key = TlsBytes.noise(44, 4);

        assertThat(parse(RawPublicKeyMessage.class, 11, raw, wire -> wire.vector24(key))
                        .subjectPublicKeyInfo())
                .isEqualTo(Bytes.copyOf(key));
        assertThat(parse(
                                CertificateMessage.class,
                                11,
                                raw.withVersion(TlsVersion.TLS_1_3),
                                wire -> wire.vector8(new byte[0])
                                        .vector24(Wire.of(
                                                list -> list.vector24(key).u16(0))))
                        .entries())
                .hasSize(1);
    }

    @Nested
    class ServerKeys {

        private final byte[] key = TlsBytes.noise(32, 1);

        @Test
        void hints_comeFirstInPskForms() {
            ServerKeyExchange psk =
                    parse(ServerKeyExchange.class, 12, suite(0x008c), wire -> wire.vector16(Wire.ascii("hint")));
            ServerKeyExchange ecdhe = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0xc035),
                    wire -> wire.vector16(Wire.ascii("hint")).u8(3).u16(29).vector8(key));
            ServerKeyExchange dhe = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0x0090),
                    wire -> wire.vector16(new byte[0])
                            .vector16(key)
                            .vector16(new byte[] {2})
                            .vector16(key));

            assertThat(psk.keyExchange()).isEqualTo(KeyExchange.PSK);
            assertThat(psk.pskIdentityHint().printable()).isEqualTo("hint");
            assertThat(ecdhe.pskIdentityHint().printable()).isEqualTo("hint");
            assertThat(ecdhe.namedGroup()).hasValue(29);
            assertThat(ecdhe.publicKey()).isEqualTo(Bytes.copyOf(key));
            assertThat(dhe.generator()).isEqualTo(Bytes.ofHex("02"));
        }

        @Test
        void exportRsaAndSrp_haveTheirParameters() {
            ServerKeyExchange rsa = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0x0003),
                    wire -> wire.vector16(key)
                            .vector16(new byte[] {1, 0, 1})
                            .u16(0x0401)
                            .vector16(key));
            ServerKeyExchange srp = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0xc01d),
                    wire -> wire.vector16(key)
                            .vector16(new byte[] {5})
                            .vector8(new byte[] {1, 2})
                            .vector16(key));

            assertThat(rsa.publicKey()).isEqualTo(Bytes.copyOf(key));
            assertThat(rsa.signatureScheme()).hasValue(0x0401);
            assertThat(srp.salt()).isEqualTo(Bytes.ofHex("0102"));
            assertThat(srp.prime()).isEqualTo(Bytes.copyOf(key));
            assertThat(srp.signature().isEmpty()).isTrue();
        }

        @Test
        void curvesGivenByTheirParameters_areRead() {
            ServerKeyExchange prime = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0xc02f),
                    wire -> wire.u8(1)
                            .vector8(key)
                            .vector8(new byte[] {1})
                            .vector8(new byte[] {2})
                            .vector8(new byte[] {4, 3})
                            .vector8(new byte[] {5})
                            .vector8(new byte[] {1})
                            .vector8(key)
                            .u16(0x0401)
                            .vector16(key));
            ServerKeyExchange char2 = parse(
                    ServerKeyExchange.class,
                    12,
                    suite(0xc018),
                    wire -> wire.u8(2)
                            .u16(163)
                            .u8(2)
                            .vector8(new byte[] {3})
                            .vector8(new byte[] {6})
                            .vector8(new byte[] {7})
                            .vector8(new byte[] {1})
                            .vector8(new byte[] {2})
                            .vector8(new byte[] {4, 3})
                            .vector8(new byte[] {5})
                            .vector8(new byte[] {1})
                            .vector8(key));

            assertThat(prime.curveType()).hasValue(1);
            assertThat(prime.prime()).isEqualTo(Bytes.copyOf(key));
            assertThat(prime.generator()).isEqualTo(Bytes.ofHex("0403"));
            assertThat(prime.signature()).isEqualTo(Bytes.copyOf(key));
            assertThat(char2.publicKey()).isEqualTo(Bytes.copyOf(key));
            assertThat(char2.namedGroup()).isEmpty();
        }

        @Test
        void unknownSuite_isToldFromTheBody() {
            ServerKeyExchange ecdhe = parse(
                    ServerKeyExchange.class,
                    12,
                    UNKNOWN,
                    wire -> wire.u8(3).u16(23).vector8(key));
            ServerKeyExchange other =
                    parse(ServerKeyExchange.class, 12, UNKNOWN, wire -> wire.vector16(Wire.ascii("hint")));

            assertThat(ecdhe.keyExchange()).isEqualTo(KeyExchange.ECDH);
            assertThat(other.keyExchange()).isEqualTo(KeyExchange.UNKNOWN);
        }
    }

    @Nested
    class ClientKeys {

        private final byte[] key = TlsBytes.noise(65, 1);

        private ClientKeyExchange parse(MessageContext context, Consumer<Wire> body) {
            return MessageFormTest.parse(ClientKeyExchange.class, 16, context, body);
        }

        @Test
        void rsa_hasALengthOnlySinceTls10() {
            assertThat(parse(suite(0x002f), wire -> wire.vector16(key)).encryptedPreMasterSecret())
                    .isEqualTo(Bytes.copyOf(key));
            assertThat(parse(suite(0x0005).withVersion(TlsVersion.SSL_3_0), wire -> wire.raw(key))
                            .encryptedPreMasterSecret())
                    .isEqualTo(Bytes.copyOf(key));
        }

        @Test
        void diffieHellman_hasThePublicKey() {
            assertThat(parse(suite(0x0033), wire -> wire.vector16(key)).publicKey())
                    .isEqualTo(Bytes.copyOf(key));
            assertThat(parse(suite(0xc02b), wire -> wire.vector8(key)).publicKey())
                    .isEqualTo(Bytes.copyOf(key));
            assertThat(parse(suite(0xc01d), wire -> wire.vector16(key)).publicKey())
                    .isEqualTo(Bytes.copyOf(key));
            assertThat(parse(suite(0x0030), wire -> {}).publicKey().isEmpty()).isTrue();
        }

        @Test
        void psk_hasTheIdentityFirst() {
            byte[] identity = Wire.ascii("Client_identity");
            ClientKeyExchange psk = parse(suite(0x008c), wire -> wire.vector16(identity));
            ClientKeyExchange rsa =
                    parse(suite(0x0094), wire -> wire.vector16(identity).vector16(key));
            ClientKeyExchange dhe =
                    parse(suite(0x0090), wire -> wire.vector16(identity).vector16(key));
            ClientKeyExchange ecdhe =
                    parse(suite(0xc035), wire -> wire.vector16(identity).vector8(key));

            assertThat(List.of(psk, rsa, dhe, ecdhe))
                    .extracting(message -> message.pskIdentity().printable())
                    .containsOnly("Client_identity");
            assertThat(rsa.encryptedPreMasterSecret()).isEqualTo(Bytes.copyOf(key));
            assertThat(List.of(dhe, ecdhe))
                    .extracting(ClientKeyExchange::publicKey)
                    .containsOnly(Bytes.copyOf(key));
        }

        @Test
        void otherForms_areKeptRaw() {
            assertThat(parse(suite(0xc102), wire -> wire.raw(key)).keyExchange())
                    .isEqualTo(KeyExchange.GOST);
            assertThat(parse(suite(0x001e), wire -> wire.raw(key)).keyExchange())
                    .isEqualTo(KeyExchange.KRB5);
            assertThat(parse(UNKNOWN, wire -> wire.vector16(key)).keyExchange()).isEqualTo(KeyExchange.UNKNOWN);
            assertThat(parse(UNKNOWN, wire -> wire.vector8(key)).keyExchange()).isEqualTo(KeyExchange.ECDH);
        }
    }

    @Test
    void finished_isItsVerifyData() {
        assertThat(parse(Finished.class, 20, UNKNOWN, wire -> wire.raw(TlsBytes.noise(12, 1)))
                        .verifyData())
                .isEqualTo(Bytes.copyOf(TlsBytes.noise(12, 1)));
    }

    @Test
    void certificateUrl_hasAddressesAndHashes() {
        CertificateUrl message = parse(
                CertificateUrl.class,
                21,
                UNKNOWN,
                wire -> wire.u8(1)
                        .vector16(Wire.of(list -> list.vector16(Wire.ascii("http://a.example/"))
                                .u8(1)
                                .raw(TlsBytes.noise(20, 1)))));

        assertThat(message.chainType()).isEqualTo(1);
        assertThat(message.entries())
                .containsExactly(new CertificateUrl.Entry(
                        Bytes.copyOf(Wire.ascii("http://a.example/")), Bytes.copyOf(TlsBytes.noise(20, 1))));
    }

    @Test
    void certificateStatusOfTheChain_hasAResponseForEach() {
        CertificateStatus message = parse(
                CertificateStatus.class,
                22,
                UNKNOWN,
                wire -> wire.u8(2)
                        .vector24(
                                Wire.of(list -> list.vector24(new byte[] {9, 9}).vector24(new byte[0]))));

        assertThat(message.ocspResponses()).containsExactly(Bytes.ofHex("0909"), Bytes.EMPTY);
        assertThat(message.ocspResponse()).isEqualTo(Bytes.ofHex("0909"));
    }

    @Test
    void supplementalData_hasEntries() {
        SupplementalData message = parse(
                SupplementalData.class,
                23,
                UNKNOWN,
                wire -> wire.vector24(Wire.of(list -> list.u16(0x4002).vector16(new byte[] {1}))));

        assertThat(message.entries()).containsExactly(new SupplementalData.Entry(0x4002, Bytes.ofHex("01")));
    }

    @Test
    void keyUpdate_saysWhetherTheOtherSideFollows() {
        assertThat(parse(KeyUpdate.class, 24, UNKNOWN, wire -> wire.u8(1)).requestUpdate())
                .isEqualTo(1);
    }

    @Test
    void ektKey_hasItsFields() {
        EktKey message = parse(
                EktKey.class,
                26,
                UNKNOWN,
                wire -> wire.vector16(new byte[] {1, 2})
                        .vector16(new byte[] {3})
                        .u16(4)
                        .u24(70_000));

        assertThat(message.keyValue()).isEqualTo(Bytes.ofHex("0102"));
        assertThat(message.srtpMasterSalt()).isEqualTo(Bytes.ofHex("03"));
        assertThat(message.securityParameterIndex()).isEqualTo(4);
        assertThat(message.timeToLiveSeconds()).isEqualTo(70_000);
    }

    @Test
    void nextProtocol_isPadded() {
        NextProtocol message = parse(
                NextProtocol.class,
                67,
                UNKNOWN,
                wire -> wire.vector8(Wire.ascii("spdy/3")).vector8(new byte[24]));

        assertThat(message.selectedProtocol().printable()).isEqualTo("spdy/3");
        assertThat(message.padding().length()).isEqualTo(24);
    }

    @Test
    void numbersWithoutAForm_areKeptRaw() {
        for (int type : new int[] {7, 18, 19, 27, 99, 203, 254}) {
            assertThat(parse(OpaqueMessage.class, type, UNKNOWN, wire -> wire.raw(new byte[9]))
                            .body()
                            .length())
                    .isEqualTo(9);
        }
    }
}
