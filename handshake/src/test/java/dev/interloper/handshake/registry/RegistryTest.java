package dev.interloper.handshake.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistryTest {

    private static String resource(String name) throws IOException {
        try (InputStream in = Registry.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Registry.class)
    void everyTable_hasNamesAndSaysWhereTheyComeFrom(Registry registry) throws IOException {
        String table =
                resource(registry.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".tsv");

        assertThat(table)
                .contains("# registry: ", "last updated ", "# source: ", "# date: 20", "# licence: ", "# generator: ");
        assertThat(registry.entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.name()).isNotBlank().doesNotContain("RESERVED", "Unassigned", "\t");
            assertThat(registry.nameOf(entry.number())).isEqualTo(entry.name());
        });
        assertThat(registry.entries().stream().filter(RegistryEntry::registered))
                .hasSize(Integer.parseInt(table.replaceAll("(?s).*# rows: (\\d+).*", "$1")));
    }

    @ParameterizedTest
    @CsvSource({
        "CIPHER_SUITES, 0x1301, TLS_AES_128_GCM_SHA256",
        "CIPHER_SUITES, 0xc02f, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "CIPHER_SUITES, 0x00ff, TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
        "CIPHER_SUITES, 0x006e, TLS_ASCONAEAD128_ASCONHASH256",
        "CIPHER_SUITES, 0x01a6, unknown (0x01a6)",
        "CIPHER_SUITES, 0xe013, ECC_SM4_CBC_SM3",
        "CIPHER_SUITES, 0x2a2a, GREASE (0x2a2a)",
        "CIPHER_SUITES, 0x2a3a, unknown (0x2a3a)",
        "EXTENSION_TYPES, 23, extended_main_secret",
        "EXTENSION_TYPES, 65037, encrypted_client_hello",
        "EXTENSION_TYPES, 17513, application_settings (draft)",
        "SUPPORTED_GROUPS, 0x11ec, X25519MLKEM768",
        "SUPPORTED_GROUPS, 257, ffdhe3072",
        "SIGNATURE_SCHEMES, 0x0904, mldsa44",
        "SIGNATURE_SCHEMES, 0x0402, dsa_sha256",
        "ALERTS, 121, ech_required",
        "ALERTS, 41, no_certificate",
        "HANDSHAKE_TYPES, 14, server_hello_done",
        "HANDSHAKE_TYPES, 99, unknown (0x63)",
        "PSK_MODES, 1, psk_dhe_ke",
        "PSK_MODES, 0x2a, GREASE (0x2a)",
        "HPKE_KEMS, 0x20, 'DHKEM(X25519, HKDF-SHA256)'",
        "HPKE_KEMS, 0x647a, X-Wing",
        "QUIC_TRANSPORT_PARAMETERS, 0x2ab2, grease_quic_bit",
        "QUIC_TRANSPORT_PARAMETERS, 0x3e, initial_max_path_id",
        "QUIC_TRANSPORT_PARAMETERS, 0x1b, GREASE (0x001b)"
    })
    void knownNumbers_haveTheirNames(Registry registry, String number, String name) {
        assertThat(registry.nameOf(Integer.decode(number))).isEqualTo(name);
    }

    @Test
    void numbersNobodyRegistered_areMarked() {
        assertThat(Registry.EXTENSION_TYPES.find(13172).orElseThrow().registered())
                .isFalse();
        assertThat(Registry.EXTENSION_TYPES.find(16).orElseThrow().registered()).isTrue();
        assertThat(Registry.EXTENSION_TYPES.find(16).orElseThrow().reference()).isEqualTo("[RFC7301]");
        assertThat(Registry.EXTENSION_TYPES.find(0x0a0a)).isEmpty();
        assertThat(Registry.CIPHER_SUITES.find(0xc0ff).orElseThrow().registered())
                .isFalse();
        assertThat(Registry.CIPHER_SUITES.find(0xc0b5).orElseThrow().reference())
                .isEqualTo("[RFC9150][RFC9847]");
    }

    @Test
    void grease_isExactlySixteenNumbers() {
        assertThat(IntStream.rangeClosed(0, 0xffff).filter(Grease::is).boxed())
                .containsExactly(
                        0x0a0a, 0x1a1a, 0x2a2a, 0x3a3a, 0x4a4a, 0x5a5a, 0x6a6a, 0x7a7a, 0x8a8a, 0x9a9a, 0xaaaa, 0xbaba,
                        0xcaca, 0xdada, 0xeaea, 0xfafa);
        assertThat(Grease.is(0x10a0a)).isFalse();
        assertThat(Grease.is(-0xf5f6)).isFalse();
        assertThat(IntStream.rangeClosed(-1, 0xff).filter(Grease::isPskMode).boxed())
                .containsExactly(0x0b, 0x2a, 0x49, 0x68, 0x87, 0xa6, 0xc5, 0xe4);
    }

    @Test
    void generator_takesWhatIanaAssigned() {
        String csv = String.join(
                "\r\n",
                "Value,Extension Name,TLS 1.3,Recommended,Reference",
                "0,server_name,\"CH, EE, CR\",Y,[RFC6066][RFC9261]",
                "35,\"session_ticket (renamed from \"\"SessionTicket TLS\"\")\",-,Y,[RFC5077][RFC8447]",
                "40,Reserved,,,[tls-reg-review mailing list]",
                "60-65535,Unassigned,,,",
                "");
        String suites = """
                Value,Description,DTLS-OK,Recommended,Reference
                "0x13,0x01",TLS_AES_128_GCM_SHA256,Y,Y,[RFC8446]
                "0x00,0x1C-1D",Reserved,,,
                """;
        List<String> source = List.of("TLS Something", "2026-01-01", "IANA");

        assertThat(RegistryGenerator.generate(csv, source, "2026-02-02"))
                .contains("# rows: 2\n", "# date: 2026-02-02\n")
                .endsWith("\n0x00\tserver_name\t[RFC6066][RFC9261]\n0x23\tsession_ticket\t[RFC5077][RFC8447]\n");
        assertThat(RegistryGenerator.generate(suites, source, "2026-02-02"))
                .contains("# rows: 1\n")
                .endsWith("\n0x1301\tTLS_AES_128_GCM_SHA256\t[RFC8446]\n");
    }
}
