package dev.interloper.handshake.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every extension that is decoded, in every form that it has. */
class ExtensionFormTest {

    private static final HandshakeType CLIENT = HandshakeType.CLIENT_HELLO;
    private static final HandshakeType SERVER = HandshakeType.SERVER_HELLO;
    private static final HandshakeType ENCRYPTED = HandshakeType.ENCRYPTED_EXTENSIONS;
    private static final HandshakeType RETRY = HandshakeType.HELLO_RETRY_REQUEST;
    private static final HandshakeType CERTIFICATE = HandshakeType.CERTIFICATE;

    private static <T extends ExtensionBody> T read(Class<T> kind, int type, HandshakeType in, String hex) {
        ExtensionBody body = ExtensionDecoder.decode(new Extension(type, Bytes.ofHex(hex)), in);
        assertThat(body.malformation()).isEmpty();
        assertThat(body.extension().data()).isEqualTo(Bytes.ofHex(hex));
        return kind.cast(body);
    }

    @Test
    void atLeastSixtyNumbers_areDecodedAndNamed() {
        List<Integer> decoded = IntStream.rangeClosed(0, 0xffff)
                .filter(ExtensionDecoder::decodes)
                .boxed()
                .toList();

        assertThat(decoded)
                .hasSizeGreaterThan(60)
                .allSatisfy(type ->
                        assertThat(new Extension(type, Bytes.EMPTY).name()).doesNotContain("unknown", "GREASE"));
    }

    @Test
    void otherNumbers_areKeptRaw() {
        UnknownExtension grease = read(UnknownExtension.class, 0x3a3a, CLIENT, "00");

        assertThat(grease.extension().isGrease()).isTrue();
        assertThat(grease).hasToString("GREASE (0x3a3a) (1 bytes)");
        assertThat(read(UnknownExtension.class, 36, CLIENT, "010203")
                        .extension()
                        .name())
                .isEqualTo("TLMSP");
        assertThat(new Extension(0x3a4a, Bytes.EMPTY).isGrease()).isFalse();
    }

    @Test
    void flags_areEmpty() {
        for (int type : new int[] {2, 4, 22, 23, 26, 33, 49, 61, 30031, 30032}) {
            assertThat(read(ExtensionFlag.class, type, CLIENT, "").type()).isEqualTo(type);
            assertThat(ExtensionDecoder.decode(new Extension(type, Bytes.ofHex("00")), CLIENT)
                            .malformation())
                    .isPresent();
        }
    }

    @Test
    void decodeAll_keepsTheOrder() {
        List<Extension> extensions =
                List.of(new Extension(16, Bytes.ofHex("0003026832")), new Extension(0x0a0a, Bytes.EMPTY));

        assertThat(ExtensionDecoder.decodeAll(extensions, CLIENT))
                .extracting(ExtensionBody::type)
                .containsExactly(16, 0x0a0a);
        assertThat(ExtensionDecoder.find(extensions, CLIENT, 16, ApplicationProtocols.class)
                        .orElseThrow()
                        .printableNames())
                .containsExactly("h2");
        assertThat(ExtensionDecoder.find(extensions, CLIENT, 0, ServerName.class))
                .isEmpty();
        assertThat(ExtensionDecoder.find(extensions, CLIENT, 16, ServerName.class))
                .isEmpty();
    }

    @Test
    void malformed_keepsWhatCameBefore() {
        SupportedGroups groups =
                (SupportedGroups) ExtensionDecoder.decode(new Extension(10, Bytes.ofHex("0005001d001700")), CLIENT);

        assertThat(groups.groups()).containsExactly(29, 23);
        assertThat(groups.malformation().orElseThrow().path())
                .isEqualTo("supported_groups.named_group_list.named_group");
        assertThat(groups.malformation().orElseThrow().offset()).isEqualTo(6);
    }

    @Nested
    class OfRfc6066 {

        @Test
        void serverName_isAListFromAClientAndEmptyFromAServer() {
            ServerName name = read(ServerName.class, 0, CLIENT, "000b000008612e6578616d706c");

            assertThat(name.hostName()).contains("a.exampl");
            assertThat(read(ServerName.class, 0, SERVER, "").names()).isEmpty();
            assertThat(ExtensionDecoder.decode(new Extension(0, Bytes.ofHex("0000")), SERVER)
                            .malformation())
                    .isPresent();
        }

        @Test
        void maxFragmentLength_isAPowerOfTwo() {
            assertThat(read(MaxFragmentLength.class, 1, CLIENT, "04").bytes()).hasValue(4096);
            assertThat(read(MaxFragmentLength.class, 1, CLIENT, "01").bytes()).hasValue(512);
            assertThat(read(MaxFragmentLength.class, 1, CLIENT, "09").bytes()).isEmpty();
            assertThat(read(MaxFragmentLength.class, 1, CLIENT, "09").code()).isEqualTo(9);
        }

        @Test
        void trustedCaKeys_haveFourForms() {
            String hash = "00".repeat(20);
            TrustedCaKeys keys =
                    read(TrustedCaKeys.class, 3, CLIENT, "0030" + "00" + "01" + hash + "0200023000" + "03" + hash);

            assertThat(keys.authorities())
                    .extracting(TrustedCaKeys.Authority::type)
                    .containsExactly(0, 1, 2, 3);
            assertThat(keys.authorities().get(2).identifier()).isEqualTo(Bytes.ofHex("3000"));
        }

        @Test
        void statusRequest_isAskedAcknowledgedOrAnswered() {
            StatusRequest asked = read(StatusRequest.class, 5, CLIENT, "01000400020102" + "0003300130");

            assertThat(asked.statusType()).hasValue(1);
            assertThat(asked.responderIds()).containsExactly(Bytes.ofHex("0102"));
            assertThat(asked.requestExtensions()).isEqualTo(Bytes.ofHex("300130"));
            assertThat(read(StatusRequest.class, 5, SERVER, "").statusType()).isEmpty();
            assertThat(read(StatusRequest.class, 5, CERTIFICATE, "01000002abcd").ocspResponse())
                    .isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(StatusRequestV2.class, 17, CLIENT, "0007" + "02" + "0004" + "00000000")
                            .items())
                    .containsExactly(new StatusRequestV2.Item(2, Bytes.ofHex("00000000")));
        }
    }

    @Nested
    class Lists {

        @Test
        void numbers_keepTheirOrder() {
            assertThat(read(SupportedGroups.class, 10, CLIENT, "00060a0a11ec001d")
                            .groups())
                    .containsExactly(0x0a0a, 0x11ec, 29);
            assertThat(read(SignatureAlgorithms.class, 13, CLIENT, "000404030804")
                            .schemes())
                    .containsExactly(0x0403, 0x0804);
            assertThat(read(SignatureAlgorithms.class, 50, CLIENT, "00020904").schemes())
                    .containsExactly(0x0904);
            assertThat(read(CompressCertificate.class, 27, CLIENT, "0400020001").algorithms())
                    .containsExactly(2, 1);
            assertThat(read(EchOuterExtensions.class, 64768, CLIENT, "04000a000d")
                            .types())
                    .containsExactly(10, 13);
            assertThat(read(UseSrtp.class, 14, CLIENT, "00040001000702abcd").profiles())
                    .containsExactly(1, 7);
            assertThat(read(UseSrtp.class, 14, CLIENT, "00040001000702abcd").masterKeyIdentifier())
                    .isEqualTo(Bytes.ofHex("abcd"));
        }

        @Test
        void bytes_keepTheirOrder() {
            assertThat(read(UserMapping.class, 6, CLIENT, "0140").types()).isEqualTo(Bytes.ofHex("40"));
            assertThat(read(AuthorizationFormats.class, 7, CLIENT, "020001").formats())
                    .isEqualTo(Bytes.ofHex("0001"));
            assertThat(read(AuthorizationFormats.class, 8, CLIENT, "0101").type())
                    .isEqualTo(8);
            assertThat(read(EcPointFormats.class, 11, CLIENT, "03000102").formats())
                    .isEqualTo(Bytes.ofHex("000102"));
            assertThat(read(PskKeyExchangeModes.class, 45, CLIENT, "022a01").modes())
                    .isEqualTo(Bytes.ofHex("2a01"));
        }

        @Test
        void choices_areOneByteOfAServer() {
            for (int type : new int[] {9, 19, 20}) {
                assertThat(read(CertificateTypes.class, type, CLIENT, "020200").types())
                        .isEqualTo(Bytes.ofHex("0200"));
                assertThat(read(CertificateTypes.class, type, ENCRYPTED, "02").types())
                        .isEqualTo(Bytes.ofHex("02"));
            }
            assertThat(read(EktCiphers.class, 39, CLIENT, "020001").ciphers()).isEqualTo(Bytes.ofHex("0001"));
            assertThat(read(EktCiphers.class, 39, ENCRYPTED, "01").ciphers()).isEqualTo(Bytes.ofHex("01"));
        }

        @Test
        void protocols_areNames() {
            assertThat(read(ApplicationProtocols.class, 16, CLIENT, "000c02683208687474702f312e31")
                            .printableNames())
                    .containsExactly("h2", "http/1.1");
            assertThat(read(NextProtocolNegotiation.class, 13172, CLIENT, "").names())
                    .isEmpty();
            assertThat(read(NextProtocolNegotiation.class, 13172, SERVER, "02683203616263")
                            .names())
                    .containsExactly(Bytes.ofHex("6832"), Bytes.ofHex("616263"));
            for (int type : new int[] {17513, 17613}) {
                assertThat(read(ApplicationSettings.class, type, CLIENT, "0003026832")
                                .names())
                        .containsExactly(Bytes.ofHex("6832"));
                assertThat(read(ApplicationSettings.class, type, ENCRYPTED, "0003")
                                .settings())
                        .isEqualTo(Bytes.ofHex("0003"));
            }
        }
    }

    @Nested
    class OfTls13 {

        @Test
        void keyShare_hasThreeForms() {
            String pq = "11ec04c0" + "ab".repeat(1216);
            KeyShare client = read(KeyShare.class, 51, CLIENT, "04ce" + "0a0a000100" + pq + "001d000101");

            assertThat(client.entries()).extracting(KeyShare.Entry::group).containsExactly(0x0a0a, 0x11ec, 29);
            assertThat(client.entries().get(1).keyExchange().length()).isEqualTo(1216);
            assertThat(client.selectedGroup()).isEmpty();
            assertThat(read(KeyShare.class, 51, SERVER, "001d0002abcd").selectedGroup())
                    .hasValue(29);
            assertThat(read(KeyShare.class, 51, RETRY, "11ec").selectedGroup()).hasValue(0x11ec);
            assertThat(read(KeyShare.class, 40, SERVER, "00170001ff").entries()).hasSize(1);
        }

        @Test
        void preSharedKey_isOfferedAndChosen() {
            PreSharedKey offered =
                    read(PreSharedKey.class, 41, CLIENT, "0008" + "0002abcd" + "fffffffe" + "0003" + "02" + "1234");

            assertThat(offered.identities())
                    .containsExactly(new PreSharedKey.Identity(Bytes.ofHex("abcd"), 0xfffffffeL));
            assertThat(offered.binders()).containsExactly(Bytes.ofHex("1234"));
            assertThat(read(PreSharedKey.class, 41, SERVER, "0001").selectedIdentity())
                    .hasValue(1);
        }

        @Test
        void earlyData_hasASizeInTickets() {
            assertThat(read(EarlyData.class, 42, CLIENT, "").maxSize()).isEmpty();
            assertThat(read(EarlyData.class, 42, HandshakeType.NEW_SESSION_TICKET, "ffffffff")
                            .maxSize())
                    .hasValue(0xffffffffL);
            assertThat(read(EarlyData.class, 46, HandshakeType.NEW_SESSION_TICKET, "00000001")
                            .maxSize())
                    .hasValue(1);
        }

        @Test
        void supportedVersions_areOfferedAndChosen() {
            assertThat(read(SupportedVersions.class, 43, CLIENT, "061a1a03040303")
                            .versions())
                    .containsExactly(new TlsVersion(0x1a1a), TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
            assertThat(read(SupportedVersions.class, 43, RETRY, "0304").versions())
                    .containsExactly(TlsVersion.TLS_1_3);
        }

        @Test
        void cookieAuthoritiesAndFilters_areRead() {
            assertThat(read(Cookie.class, 44, RETRY, "0002abcd").cookie()).isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(CertificateAuthorities.class, 47, CLIENT, "000400023000")
                            .names())
                    .containsExactly(Bytes.ofHex("3000"));
            assertThat(read(OidFilters.class, 48, HandshakeType.CERTIFICATE_REQUEST, "0007" + "020601" + "00020500")
                            .filters())
                    .containsExactly(new OidFilters.Filter(Bytes.ofHex("0601"), Bytes.ofHex("0500")));
        }

        @Test
        void delegatedCredential_isASchemeListOrACredential() {
            DelegatedCredential used = read(
                    DelegatedCredential.class,
                    34,
                    CERTIFICATE,
                    "00093a80" + "0403" + "000002" + "3000" + "0804" + "0001ff");

            assertThat(read(DelegatedCredential.class, 34, CLIENT, "00020403").schemes())
                    .containsExactly(0x0403);
            assertThat(used.validSeconds()).isEqualTo(604_800);
            assertThat(used.keyScheme()).hasValue(0x0403);
            assertThat(used.subjectPublicKeyInfo()).isEqualTo(Bytes.ofHex("3000"));
            assertThat(used.signatureScheme()).hasValue(0x0804);
            assertThat(used.signature()).isEqualTo(Bytes.ofHex("ff"));
        }
    }

    @Nested
    class EncryptedHellos {

        @Test
        void outer_hasSuiteConfigKeyAndPayload() {
            EncryptedClientHello ech = read(
                    EncryptedClientHello.class, 0xfe0d, CLIENT, "00" + "00010003" + "2a" + "0002abcd" + "000401020304");

            assertThat(ech.isOuter()).isTrue();
            assertThat(ech.isInner()).isFalse();
            assertThat(ech.kdf()).hasValue(1);
            assertThat(ech.aead()).hasValue(3);
            assertThat(ech.configId()).hasValue(0x2a);
            assertThat(ech.enc()).isEqualTo(Bytes.ofHex("abcd"));
            assertThat(ech.payload()).isEqualTo(Bytes.ofHex("01020304"));
        }

        @Test
        void innerAndConfirmation_areTold() {
            assertThat(read(EncryptedClientHello.class, 0xfe0d, CLIENT, "01").isInner())
                    .isTrue();
            assertThat(read(EncryptedClientHello.class, 0xfe0d, RETRY, "0102030405060708")
                            .confirmation())
                    .isEqualTo(Bytes.ofHex("0102030405060708"));
            assertThat(ExtensionDecoder.decode(new Extension(0xfe0d, Bytes.ofHex("07")), CLIENT)
                            .malformation()
                            .orElseThrow()
                            .path())
                    .isEqualTo("encrypted_client_hello.type");
        }

        @Test
        void retryConfigs_areRead() {
            byte[] contents = Wire.of(wire -> wire.u8(7)
                    .u16(0x20)
                    .vector16(TlsBytes.noise(32, 1))
                    .vector16(new byte[] {0, 1, 0, 1})
                    .u8(64)
                    .vector8(Wire.ascii("public.example"))
                    .vector16(new byte[0]));
            byte[] list = Wire.of(wire -> wire.vector16(Wire.of(configs ->
                    configs.u16(0xfe0d).vector16(contents).u16(0xfe0a).vector16(new byte[] {9}))));
            List<EchConfig> configs = read(
                            EncryptedClientHello.class,
                            0xfe0d,
                            ENCRYPTED,
                            Bytes.copyOf(list).hex())
                    .retryConfigs();

            assertThat(configs.get(0).configId()).isEqualTo(7);
            assertThat(configs.get(0).kem()).isEqualTo(0x20);
            assertThat(configs.get(0).cipherSuites()).containsExactly(new EchConfig.CipherSuite(1, 1));
            assertThat(configs.get(0).maximumNameLength()).isEqualTo(64);
            assertThat(configs.get(0).publicName().printable()).isEqualTo("public.example");
            assertThat(configs.get(1).raw()).isEqualTo(Bytes.ofHex("09"));
        }

        @Test
        void esni_hasKeyDigestAndName() {
            EncryptedServerName esni = read(
                    EncryptedServerName.class, 0xffce, CLIENT, "1301" + "001d" + "0002abcd" + "000101" + "00020304");

            assertThat(esni.cipherSuite()).hasValue(0x1301);
            assertThat(esni.group()).hasValue(29);
            assertThat(esni.keyExchange()).isEqualTo(Bytes.ofHex("abcd"));
            assertThat(esni.recordDigest()).isEqualTo(Bytes.ofHex("01"));
            assertThat(esni.encryptedName()).isEqualTo(Bytes.ofHex("0304"));
            assertThat(read(EncryptedServerName.class, 0xffce, ENCRYPTED, "00".repeat(16))
                            .nonce()
                            .length())
                    .isEqualTo(16);
        }
    }

    @Nested
    class Quic {

        @Test
        void parameters_areNumbersOfVariableLength() {
            QuicTransportParameters parameters = read(
                    QuicTransportParameters.class,
                    57,
                    CLIENT,
                    "01048000ea60" + "0c00" + "4752" + "0400000001" + "1b01ff");

            assertThat(parameters.parameters())
                    .extracting(QuicTransportParameters.Parameter::name)
                    .containsExactly(
                            "max_idle_timeout", "disable_active_migration", "unknown (0x0752)", "GREASE (0x001b)");
            assertThat(parameters.parameter(1).orElseThrow().number()).hasValue(60_000);
            assertThat(parameters.parameter(12).orElseThrow().number()).isEmpty();
            assertThat(parameters.parameter(27).orElseThrow().number()).isEmpty();
        }

        @Test
        void draft_hasEitherForm() {
            assertThat(read(QuicTransportParameters.class, 0xffa5, CLIENT, "0008" + "0001" + "0004" + "8000ea60")
                            .parameter(1)
                            .orElseThrow()
                            .number())
                    .hasValue(60_000);
            assertThat(read(QuicTransportParameters.class, 0xffa5, CLIENT, "01048000ea60")
                            .parameters())
                    .hasSize(1);
        }

        @Test
        void largestLength_isMalformed() {
            ExtensionBody body =
                    ExtensionDecoder.decode(new Extension(57, Bytes.ofHex("01ffffffffffffffff00")), CLIENT);

            assertThat(body.malformation().orElseThrow().expected()).isEqualTo("4611686018427387903 bytes");
        }
    }

    @Nested
    class Others {

        @Test
        void timestamps_haveLogAndTime() {
            String sct = "00" + "11".repeat(32) + "0000018bcfe56800" + "0000" + "0403" + "0002abcd";
            SignedCertificateTimestamps list =
                    read(SignedCertificateTimestamps.class, 18, SERVER, "0038" + "0031" + sct + "0003" + "05abcd");

            assertThat(list.timestamps().get(0).logId()).isEqualTo(Bytes.ofHex("11".repeat(32)));
            assertThat(list.timestamps().get(0).epochMillis()).isEqualTo(1_700_000_000_000L);
            assertThat(list.timestamps().get(0).signatureScheme()).isEqualTo(0x0403);
            assertThat(list.timestamps().get(0).signature()).isEqualTo(Bytes.ofHex("abcd"));
            assertThat(list.timestamps().get(1).version()).isEqualTo(5);
            assertThat(read(SignedCertificateTimestamps.class, 18, CLIENT, "").timestamps())
                    .isEmpty();
            assertThat(read(TransparencyInfo.class, 52, CLIENT, "").items()).isEmpty();
            assertThat(read(TransparencyInfo.class, 52, SERVER, "00030001ff").items())
                    .containsExactly(Bytes.ofHex("ff"));
        }

        @Test
        void smallOnes_haveTheirField() {
            assertThat(read(SrpIdentity.class, 12, CLIENT, "03757365")
                            .identity()
                            .printable())
                    .isEqualTo("use");
            assertThat(read(Heartbeat.class, 15, CLIENT, "01").mode()).isEqualTo(1);
            assertThat(read(RecordSizeLimit.class, 28, CLIENT, "4001").limit()).isEqualTo(16_385);
            assertThat(read(PasswordName.class, 29, CLIENT, "0161").name()).isEqualTo(Bytes.ofHex("61"));
            assertThat(read(PasswordName.class, 30, CLIENT, "0161").type()).isEqualTo(30);
            assertThat(read(PasswordSalt.class, 31, SERVER, "000161").salt()).isEqualTo(Bytes.ofHex("61"));
            assertThat(read(SessionTicket.class, 35, CLIENT, "abcd").ticket()).isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(ConnectionId.class, 54, CLIENT, "02abcd").connectionId())
                    .isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(ConnectionId.class, 53, CLIENT, "00").connectionId().isEmpty())
                    .isTrue();
            assertThat(read(ExternalIdHash.class, 55, CLIENT, "02abcd").bindingHash())
                    .isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(ExternalSessionId.class, 56, CLIENT, "02abcd").sessionId())
                    .isEqualTo(Bytes.ofHex("abcd"));
            assertThat(read(RenegotiationInfo.class, 65281, SERVER, "00")
                            .renegotiatedConnection()
                            .isEmpty())
                    .isTrue();
        }

        @Test
        void padding_tellsWhetherItIsOnlyThat() {
            assertThat(read(Padding.class, 21, CLIENT, "000000").length()).isEqualTo(3);
            assertThat(read(Padding.class, 21, CLIENT, "000000").isZero()).isTrue();
            assertThat(read(Padding.class, 21, CLIENT, "000100").isZero()).isFalse();
        }

        @Test
        void tokenBindingAndCachedInfo_areRead() {
            TokenBinding binding = read(TokenBinding.class, 24, CLIENT, "0100020201");

            assertThat(binding.majorVersion()).isEqualTo(1);
            assertThat(binding.minorVersion()).isZero();
            assertThat(binding.keyParameters()).isEqualTo(Bytes.ofHex("0201"));
            assertThat(read(CachedInfo.class, 25, CLIENT, "00040102abcd").items())
                    .containsExactly(new CachedInfo.Item(1, Bytes.ofHex("abcd")));
            assertThat(read(CachedInfo.class, 25, SERVER, "00020102").items())
                    .extracting(CachedInfo.Item::type)
                    .containsExactly(1, 2);
        }

        @Test
        void tickets_arePinnedAndRequested() {
            TicketPinning pinned = read(TicketPinning.class, 32, ENCRYPTED, "01aa" + "0001bb" + "00000e10");

            assertThat(pinned.proof()).isEqualTo(Bytes.ofHex("aa"));
            assertThat(pinned.ticket()).isEqualTo(Bytes.ofHex("bb"));
            assertThat(pinned.lifetimeSeconds()).isEqualTo(3600);
            assertThat(read(TicketPinning.class, 32, CLIENT, "0001bb").ticket()).isEqualTo(Bytes.ofHex("bb"));
            assertThat(read(TicketRequest.class, 58, CLIENT, "0201").newSessionCount())
                    .hasValue(2);
            assertThat(read(TicketRequest.class, 58, CLIENT, "0201").resumptionCount())
                    .hasValue(1);
            assertThat(read(TicketRequest.class, 58, ENCRYPTED, "03").expectedCount())
                    .hasValue(3);
        }

        @Test
        void dnssecChainAndFlags_areRead() {
            assertThat(read(DnssecChain.class, 59, CLIENT, "01bb").port()).hasValue(443);
            assertThat(read(DnssecChain.class, 59, CERTIFICATE, "0018abcd").supportLifetimeHours())
                    .hasValue(24);
            assertThat(read(DnssecChain.class, 59, CERTIFICATE, "0018abcd").chain())
                    .isEqualTo(Bytes.ofHex("abcd"));
            TlsFlags flags = read(TlsFlags.class, 62, CLIENT, "020180");
            assertThat(flags.isSet(0)).isTrue();
            assertThat(flags.isSet(1)).isFalse();
            assertThat(flags.isSet(15)).isTrue();
            assertThat(flags.isSet(16)).isFalse();
        }
    }
}
