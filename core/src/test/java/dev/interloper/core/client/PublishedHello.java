package dev.interloper.core.client;

import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser's hello and request as curl-impersonate describes them in YAML, read by the few forms of line that these files have. */
record PublishedHello(ClientHello hello, String userAgent, List<String> headerNames) {

    private static final int GREASE = 0x4a4a;
    private static final Pattern FOLDED = Pattern.compile("(- '[^'\\n]*)\\n\\s+([^'\\n]*)");
    private static final Pattern HEADER = Pattern.compile("- ['\"]?([A-Za-z-]+): ?(.*?)['\"]?");
    private static final Map<String, Integer> EXTENSIONS = Map.ofEntries(
            Map.entry("server_name", 0),
            Map.entry("status_request", 5),
            Map.entry("supported_groups", 10),
            Map.entry("ec_point_formats", 11),
            Map.entry("signature_algorithms", 13),
            Map.entry("application_layer_protocol_negotiation", 16),
            Map.entry("signed_certificate_timestamp", 18),
            Map.entry("padding", 21),
            Map.entry("extended_master_secret", 23),
            Map.entry("compress_certificate", 27),
            Map.entry("record_size_limit", 28),
            Map.entry("delegated_credentials", 34),
            Map.entry("session_ticket", 35),
            Map.entry("pre_shared_key", 41),
            Map.entry("supported_versions", 43),
            Map.entry("psk_key_exchange_modes", 45),
            Map.entry("keyshare", 51),
            Map.entry("application_settings", 17513),
            Map.entry("application_settings_new", 17613),
            Map.entry("encrypted_client_hello", 65037),
            Map.entry("renegotiation_info", 65281),
            Map.entry("GREASE", GREASE));

    static List<PublishedHello> read(Path file) throws IOException {
        List<PublishedHello> hellos = new ArrayList<>();
        for (String document : Files.readString(file).split("(?m)^---$", -1)) {
            if (document.contains("tls_client_hello:")) {
                hellos.add(parse(FOLDED.matcher(FOLDED.matcher(document).replaceAll("$1 $2"))
                        .replaceAll("$1 $2")));
            }
        }
        return hellos;
    }

    private static PublishedHello parse(String document) {
        String tls = document.substring(document.indexOf("tls_client_hello:"));
        int extensions = tls.indexOf("extensions:");
        Hellos hello = Hellos.empty().suites(numbers(tls, "ciphersuites:"));
        for (String item : tls.substring(extensions)
                .split("\\n +- (?=length|type|data|alps|psk|alg|key_s|ec_|status|supp|alpn|sig|rec)", -1)) {
            Matcher type = Pattern.compile("(?<![a-z_])type: (\\w+)").matcher(item);
            if (type.find()) {
                Integer number = Objects.requireNonNull(EXTENSIONS.get(type.group(1)), type.group(1));
                add(hello, number, item);
            }
        }
        List<String> names = new ArrayList<>();
        String agent = "";
        for (String line : document.split("\\n", -1)) {
            Matcher header = HEADER.matcher(line.strip());
            if (header.matches()) {
                names.add(header.group(1));
                agent = header.group(1).toLowerCase(Locale.ROOT).equals("user-agent") ? header.group(2) : agent;
            }
        }
        return new PublishedHello(hello.build(), agent, names);
    }

    private static void add(Hellos hello, int type, String item) {
        switch (type) {
            case 0 -> hello.name("www.example.org");
            case 10 -> hello.groups(numbers(item, "supported_groups:"));
            case 11 -> hello.formats(0);
            case 13 -> hello.schemes(numbers(item, "sig_hash_algs:"));
            case 16 -> hello.protocols("h2", "http/1.1");
            case 43 -> hello.versions(GREASE, item.contains("TLS_VERSION_1_3") ? 0x0304 : 0x0303, 0x0303);
            default -> hello.extension(type, 0);
        }
    }

    /** The list below a key: lines of a hyphen and a number, or the word GREASE. */
    private static int[] numbers(String text, String key) {
        int at = text.indexOf(key);
        List<Integer> numbers = new ArrayList<>();
        for (String line : text.substring(at + key.length()).strip().split("\\n", -1)) {
            String value = line.strip().replaceFirst("^- ", "");
            if (!line.strip().startsWith("- ") || !(value.equals("GREASE") || value.matches("\\d+"))) {
                break;
            }
            numbers.add(value.equals("GREASE") ? GREASE : Integer.parseInt(value));
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
