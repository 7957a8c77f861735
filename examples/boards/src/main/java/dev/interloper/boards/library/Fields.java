package dev.interloper.boards.library;

import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.CertificateRequest;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.CertificateVerify;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientKeyExchange;
import dev.interloper.handshake.message.CompressedCertificate;
import dev.interloper.handshake.message.EncryptedExtensions;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.HelloRetryRequest;
import dev.interloper.handshake.message.HelloVerifyRequest;
import dev.interloper.handshake.message.NewSessionTicket;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerKeyExchange;
import dev.interloper.handshake.message.Sslv2ClientHello;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.wire.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        HandshakeMessage decoded = message.message();
        fields.hellos(decoded);
        fields.certificates(decoded);
        fields.exchanges(decoded);
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

    private void hellos(HandshakeMessage message) {
        if (message instanceof ClientHello hello) {
            version("version", hello.legacyVersion().code());
            put("random", hello.random().hex());
            put("session_id", hello.sessionId().hex());
            put("ciphers", longs(hello.cipherSuites()));
            put("compression", octets(hello.compressionMethods()));
            if (!hello.cookie().isEmpty()) {
                put("cookie", hello.cookie().hex());
            }
            ExtensionFields.add(hello.extensions(), hello.type(), this);
        } else if (message instanceof ServerHello hello) {
            version("version", hello.legacyVersion().code());
            put("random", hello.random().hex());
            put("session_id", hello.sessionId().hex());
            put("cipher", hello.cipherSuite());
            put("compression", hello.compressionMethod());
            ExtensionFields.add(
                    hello.extensions(),
                    hello.isHelloRetryRequest() ? HandshakeType.HELLO_RETRY_REQUEST : hello.type(),
                    this);
        } else if (message instanceof Sslv2ClientHello hello) {
            put("record_version", "0x0002"); // its records have no such field; tshark says which protocol they are of
            version("version", hello.version().code());
            put("session_id", hello.sessionId().hex());
            put("cipherspecs", longs(hello.cipherSpecs()));
            put("challenge", hello.challenge().hex());
        } else if (message instanceof HelloVerifyRequest request) {
            version("version", request.version().code());
            put("cookie", request.cookie().hex());
        } else if (message instanceof HelloRetryRequest request) {
            version("version", request.version().code());
            ExtensionFields.add(request.extensions(), HandshakeType.HELLO_RETRY_REQUEST, this);
        } else if (message instanceof EncryptedExtensions encrypted) {
            ExtensionFields.add(encrypted.extensions(), encrypted.type(), this);
        }
    }

    private void certificates(HandshakeMessage message) {
        if (message instanceof CertificateMessage certificates) {
            entries(certificates);
        } else if (message instanceof CompressedCertificate compressed) {
            put("cert_compression_algs", List.of((long) compressed.algorithm()));
            compressed.certificate(Library.DECOMPRESSORS).ifPresent(this::entries);
        } else if (message instanceof CertificateStatus status) {
            put("ocsp_len", status.ocspResponse().length());
        } else if (message instanceof CertificateRequest request) {
            put("sig_algs", longs(request.signatureSchemes()));
            if (request.signatureSchemes().isEmpty() && !request.extensions().isEmpty()) {
                ExtensionFields.add(request.extensions(), request.type(), this);
            }
            put(
                    "dnames_len",
                    request.certificateAuthorities().stream()
                            .mapToInt(name -> 2 + name.length())
                            .sum());
        } else if (message instanceof CertificateVerify verify) {
            verify.signatureScheme().ifPresent(scheme -> put("sig_algs", List.of((long) scheme)));
        }
    }

    private void entries(CertificateMessage certificates) {
        for (CertificateMessage.Entry entry : certificates.entries()) {
            add("certs", List.of(sha256(entry.certificate())));
            add("sct_logids", EmbeddedTimestamps.logIds(entry.der()));
            entry.ocspResponse().ifPresent(response -> put("ocsp_len", response.length()));
        }
    }

    private void exchanges(HandshakeMessage message) {
        if (message instanceof ServerKeyExchange exchange) {
            exchange.curveType().ifPresent(type -> put("ske_curve_type", type));
            exchange.namedGroup().ifPresent(group -> put("ske_named_curve", group));
            put("ske_point_len", exchange.publicKey().length());
            put("dh_p_len", exchange.prime().length());
            put("dh_g_len", exchange.generator().length());
            exchange.signatureScheme().ifPresent(scheme -> put("sig_algs", List.of((long) scheme)));
            put("sig_len", exchange.signature().length());
        } else if (message instanceof ClientKeyExchange exchange) {
            put("cke_point_len", exchange.publicKey().length());
        } else if (message instanceof NewSessionTicket ticket) {
            put("ticket_lifetime", ticket.lifetimeSeconds());
            put("ticket_length", ticket.ticket().length());
            ExtensionFields.add(ticket.extensions(), ticket.type(), this);
        }
    }

    /** To a list, which may be there already. */
    void add(String name, List<?> values) {
        List<Object> all = new ArrayList<>(fields.get(name) instanceof List<?> before ? before : List.of());
        all.addAll(values);
        fields.put(name, all);
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
