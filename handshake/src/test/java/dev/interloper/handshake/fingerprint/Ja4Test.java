package dev.interloper.handshake.fingerprint;

import static dev.interloper.handshake.fingerprint.Hellos.alpn;
import static dev.interloper.handshake.fingerprint.Hellos.empty;
import static dev.interloper.handshake.fingerprint.Hellos.hello;
import static dev.interloper.handshake.fingerprint.Hellos.ja4;
import static dev.interloper.handshake.fingerprint.Hellos.list16;
import static dev.interloper.handshake.fingerprint.Hellos.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.record.Protocol;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JA4 by its text, and each case in which tools have differed from it or from each other. */
class Ja4Test {

    private static final int[] SUITES = {
        0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x9c, 0x9d, 0x2f, 0x35
    };

    /** The hello of the method's own example, with GREASE around it. */
    private static ClientHelloView example(int grease) {
        int[] suites =
                IntStream.concat(IntStream.of(grease), IntStream.of(SUITES)).toArray();
        return hello(
                0x0303,
                suites,
                empty(grease),
                empty(0x1b),
                empty(0),
                empty(0x33),
                alpn("h2", "http/1.1"),
                empty(0x4469),
                empty(0x17),
                empty(0x2d),
                list16(13, 0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601),
                empty(5),
                empty(0x23),
                empty(0x12),
                versions(grease, 0x0304, 0x0303),
                empty(0xff01),
                empty(0xb),
                list16(0xa, grease, 0x1d),
                empty(0x15));
    }

    @Test
    void of_exampleOfTheText() {
        Ja4 ja4 = Ja4.of(example(0x7a7a), Protocol.TLS);

        assertThat(ja4.ja4()).isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
        assertThat(ja4.raw())
                .isEqualTo("t13d1516h2_002f,0035,009c,009d,1301,1302,1303,c013,c014,c02b,c02c,c02f,c030,cca8,cca9"
                        + "_0005,000a,000b,000d,0012,0015,0017,001b,0023,002b,002d,0033,4469,ff01"
                        + "_0403,0804,0401,0503,0805,0501,0806,0601");
        assertThat(ja4.rawOriginal())
                .isEqualTo("t13d1516h2_1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,0035"
                        + "_001b,0000,0033,0010,4469,0017,002d,000d,0005,0023,0012,002b,ff01,000b,000a,0015"
                        + "_0403,0804,0401,0503,0805,0501,0806,0601");
        assertThat(ja4.original()).isEqualTo("t13d1516h2_acb858a92679_18f69afefd3d");
    }

    @Nested
    class Disagreements {

        @ParameterizedTest
        @CsvSource({
            "ab, ab",
            "20, 20",
            "abcd, ad",
            "2061, 21",
            "30ab, 3b",
            "6120, 60",
            "3031abcd, 3d",
            "30abcd31, 01",
            "ef, ef",
            "baad, bd"
        })
        void alpnNotAlphanumeric_firstAndLastDigitOfItsHexadecimalForm(String hex, String letters) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < hex.length(); i += 2) {
                name.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
            }
            assertThat(ja4(alpn(name.toString()))).startsWith("t12i0101" + letters + "_");
        }

        @Test
        void alpnOfOneCharacter_thatCharacterTwice() {
            assertThat(ja4(alpn("x"))).startsWith("t12i0101xx_");
        }

        @Test
        void alpnWithAnEmptyName_twoZeros() {
            assertThat(ja4(alpn(""))).startsWith("t12i010100_");
            assertThat(ja4(alpn())).startsWith("t12i010100_");
            assertThat(ja4(empty(16))).startsWith("t12i010100_");
        }

        @Test
        void alpnLetters_areFirstAndLastNotSecond() {
            assertThat(ja4(alpn("http/1.1"))).startsWith("t12i0101h1_");
        }

        @Test
        void alpnGrease_isPassedOver() {
            assertThat(ja4(alpn("\u00ca\u00ca", "h2"))).startsWith("t12i0101h2_");
        }

        @Test
        void greaseInSignatureAlgorithms_isDropped() {
            assertThat(ja4(list16(13, 0x9a9a, 0x0403, 0x0804))).isEqualTo(ja4(list16(13, 0x0403, 0x0804)));
            assertThat(Ja4.of(hello(list16(13, 0x1a1a)), Protocol.TLS).raw()).isEqualTo("t12i010100_1301_000d");
        }

        @Test
        void greaseIsTheSixteenValues_notAllThatLookAlike() {
            IntStream.range(0, 16)
                    .map(i -> 0x0a0a + 0x1010 * i)
                    .forEach(value -> assertThat(Grease.is(value)).isTrue());
            assertThat(IntStream.range(0, 0x10000).filter(Grease::is)).hasSize(16);
            assertThat(Ja4.of(hello(0x0303, new int[] {0x1a2a, 0x0a1a}, empty(0x3a4a)), Protocol.TLS)
                            .raw())
                    .isEqualTo("t12i020100_0a1a,1a2a_3a4a");
        }

        @Test
        void emptyLists_areZerosNotTheHashOfNothing() {
            assertThat(Ja4.of(hello(0x0303, new int[] {0x4a4a}), Protocol.TLS).ja4())
                    .isEqualTo("t12i000000_000000000000_000000000000");
            assertThat(ja4(empty(0), alpn("h2"))).endsWith("_000000000000");
            assertThat(Ja4.of(hello(0x0303, new int[] {0x2f}), Protocol.TLS))
                    .isEqualTo(new Ja4(
                            "t12i010000_ba72b8082249_000000000000",
                            "t12i010000_002f_",
                            "t12i010000_ba72b8082249_000000000000",
                            "t12i010000_002f_"));
        }

        @Test
        void noSignatureAlgorithms_noUnderscoreBeforeHashing() {
            ClientHelloView hello = hello(
                    0x0303,
                    SUITES,
                    IntStream.of(5, 10, 11, 13, 18, 21, 23, 27, 35, 43, 45, 51, 0x4469, 0xff01)
                            .mapToObj(Hellos::empty)
                            .toArray(byte[][]::new));

            assertThat(Ja4.of(hello, Protocol.TLS).ja4()).endsWith("_6d807ffa2a79");
        }

        @Test
        void moreThan99_are99() {
            int[] suites = IntStream.range(1, 140).toArray();
            byte[][] extensions =
                    IntStream.range(100, 230).mapToObj(Hellos::empty).toArray(byte[][]::new);

            assertThat(Ja4.of(hello(0x0303, suites, extensions), Protocol.TLS).ja4())
                    .startsWith("t12i999900_");
        }

        @Test
        void sniLetter_isThePresenceOfTheExtension() {
            assertThat(ja4(empty(0))).startsWith("t12d0101");
            assertThat(ja4(TlsBytes.extension(0, new byte[] {0, 3, 0, 0, 0}))).startsWith("t12d0101");
            assertThat(ja4(empty(1))).startsWith("t12i0101");
        }

        @Test
        void unknownOrDraftVersion_twoZeros() {
            assertThat(ja4(versions(0x7f1c, 0x0303))).startsWith("t00i");
            assertThat(Ja4.of(hello(0x0305, new int[] {1}), Protocol.TLS).ja4()).startsWith("t00i");
        }

        @ParameterizedTest
        @CsvSource({"772, 13", "771, 12", "770, 11", "769, 10", "768, s3", "2, s2"})
        void version_isTheHighestOfferedElseTheHellos(int version, String letters) {
            assertThat(ja4(versions(0xfafa, 0x0002, version))).startsWith("t" + letters);
            assertThat(Ja4.of(hello(version, new int[] {1}), Protocol.TLS).ja4())
                    .startsWith("t" + letters);
        }

        @Test
        void helloRetryRequest_bothHellosAreReportedInOrder() {
            byte[] first = TlsBytes.clientHello(empty(0), empty(21));
            byte[] second = TlsBytes.clientHello(empty(0));
            TcpScript script = TcpScript.opened()
                    .client(TlsBytes.handshakeRecord(first))
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.RETRY_RANDOM)))
                    .client(TlsBytes.handshakeRecord(second));
            List<Ja4> each = Ja4.each(Reading.of(script).only().messages(), Protocol.TLS);

            assertThat(each).extracting(ja4 -> ja4.ja4().substring(0, 10)).containsExactly("t12d020200", "t12d020100");
        }

        @ParameterizedTest
        @CsvSource({"feff, d1", "fefd, d2", "fefc, d3", "0100, 00"})
        void dtls_letterAndVersions(String version, String letters) {
            ClientHelloView hello = hello(Integer.parseInt(version, 16), new int[] {0x1301});

            assertThat(Ja4.of(hello, Protocol.DTLS).ja4()).startsWith("d" + letters + "i0100");
        }

        @Test
        void dtlsVersions_descend() {
            assertThat(Ja4.of(hello(0xfefd, new int[] {1}, versions(0xfefd, 0xfefc, 0xfeff)), Protocol.DTLS)
                            .ja4())
                    .startsWith("dd3i");
        }

        @Test
        void quic_letter() {
            assertThat(Ja4.of(hello(versions(0x0304)), Protocol.QUIC).ja4()).startsWith("q13i0101");
        }

        @Test
        void originalForms_areNamedAsInTheText() {
            Ja4 ja4 = Ja4.of(hello(alpn("h2"), empty(0), empty(5)), Protocol.TLS);

            assertThat(ja4.rawOriginal()).isEqualTo("t12d0103h2_1301_0010,0000,0005");
            assertThat(ja4.raw()).isEqualTo("t12d0103h2_1301_0005");
            assertThat(ja4.original()).startsWith("t12d0103h2_").isNotEqualTo(ja4.ja4());
        }
    }
}
