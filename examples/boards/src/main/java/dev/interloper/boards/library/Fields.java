package dev.interloper.boards.library;

import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.CertificateRequest;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerKeyExchange;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.wire.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A message's fields as the library decodes them, under the oracle's names: {@link Long}, text, and lists of these. */
public final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Fields() {}

    /**
     * The fields of a message.
     *
     * @param message the message
     * @return by the oracle's name; a field that is absent, or that the library does not decode, is not there
     */
    public static Map<String, Object> of(Message message) {
        Fields fields = new Fields();
        fields.frame(message);
        fields.contents(message.message());
        MoreFields.add(message, fields);
        return fields.fields;
    }

    private void frame(Message message) {
        put("proto", Library.protocol(message.handshake()));
        put("frame", message.frame());
        List<TlsRecord> records = message.message().provenance().records();
        if (!records.isEmpty()) {
            version("record_version", records.get(records.size() - 1).version().code());
        }
        put("type", message.type());
        put("length", message.message().body().length());
    }

    private void contents(HandshakeMessage message) {
        if (message instanceof ClientHello hello) {
            version("version", hello.legacyVersion().code());
            hello(hello.random(), hello.sessionId(), hello.extensions());
            put("ciphers", longs(hello.cipherSuites()));
            put("compression", octets(hello.compressionMethods()));
        } else if (message instanceof ServerHello hello) {
            version("version", hello.legacyVersion().code());
            hello(hello.random(), hello.sessionId(), hello.extensions());
            put("cipher", hello.cipherSuite());
            put("compression", hello.compressionMethod());
        } else if (message instanceof CertificateMessage certificates) {
            certificates(certificates.entries().stream()
                    .map(CertificateMessage.Entry::der)
                    .toList());
        } else if (message instanceof ServerKeyExchange exchange) {
            keyExchange(exchange);
        } else if (message instanceof CertificateStatus status) {
            put("ocsp_len", status.ocspResponse().length());
        } else if (message instanceof CertificateRequest request) {
            put("sig_algs", longs(request.signatureSchemes()));
            put(
                    "dnames_len",
                    request.certificateAuthorities().stream()
                            .mapToInt(name -> 2 + name.length())
                            .sum());
        }
    }

    private void hello(Bytes random, Bytes sessionId, List<Extension> extensions) {
        put("random", random.hex());
        put("session_id", sessionId.hex());
        extensions(extensions);
    }

    void extensions(List<Extension> extensions) {
        put(
                "extensions",
                extensions.stream().map(extension -> (long) extension.type()).toList());
        put(
                "extension_lengths",
                extensions.stream()
                        .map(extension -> (long) extension.data().length())
                        .toList());
    }

    void certificates(List<Bytes> certificates) {
        put("certs", certificates.stream().map(Fields::sha256).toList());
    }

    private void keyExchange(ServerKeyExchange exchange) {
        OptionalInt group = exchange.namedGroup();
        if (group.isPresent()) {
            put("ske_curve_type", 3);
            put("ske_named_curve", group.getAsInt());
            put("ske_point_len", exchange.publicKey().length());
        } else if (!exchange.prime().isEmpty()) {
            put("dh_p_len", exchange.prime().length());
            put("dh_g_len", exchange.generator().length());
        }
        exchange.signatureScheme().ifPresent(scheme -> put("sig_algs", List.of((long) scheme)));
        put("sig_len", exchange.signature().length());
    }

    void put(String name, long value) {
        fields.put(name, value);
    }

    void put(String name, String value) {
        fields.put(name, value);
    }

    void put(String name, List<?> values) {
        fields.put(name, values);
    }

    void version(String name, int code) {
        put(name, String.format("0x%04x", code));
    }

    static List<Long> longs(Collection<Integer> values) {
        return values.stream().map(Integer::longValue).toList();
    }

    static List<Long> octets(Bytes bytes) {
        return IntStream.range(0, bytes.length())
                .mapToObj(at -> (long) bytes.at(at))
                .toList();
    }

    /**
     * The SHA-256 hash of some bytes.
     *
     * @param bytes the bytes
     * @return lower-case hexadecimal
     */
    public static String sha256(Bytes bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
