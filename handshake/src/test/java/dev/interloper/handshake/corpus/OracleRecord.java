package dev.interloper.handshake.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerKeyExchange;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.wire.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One handshake message as tshark saw it, and whether one of ours is the same. */
final class OracleRecord {

    private final JsonNode json;

    OracleRecord(JsonNode json) {
        this.json = json;
    }

    long frame() {
        return json.get("frame").asLong();
    }

    int type() {
        return json.path("type").asInt(-1);
    }

    /** Whether tshark could read it: encrypted and malformed ones say nothing to compare with. */
    boolean isComparable() {
        return !json.has("opaque") && !json.has("malformed") && !json.has("partial") && json.has("length");
    }

    boolean isTlsOverTcp() {
        return json.path("proto").asText().equals("tls")
                && json.path("transport").asText().equals("tcp")
                && !json.has("ssl2");
    }

    /** The same ends and direction. */
    boolean isOf(Handshake handshake, HandshakeMessage message) {
        boolean fromClient = message.provenance().direction() == Direction.CLIENT_TO_SERVER;
        Endpoint from = fromClient
                ? handshake.conversation().client()
                : handshake.conversation().server();
        Endpoint to = fromClient
                ? handshake.conversation().server()
                : handshake.conversation().client();
        return from.port() == json.get("sport").asInt()
                && to.port() == json.get("dport").asInt()
                && from.addressText().equals(json.get("src").asText())
                && to.addressText().equals(json.get("dst").asText());
    }

    boolean hasSameShape(HandshakeMessage message) {
        return message.type().code() == type()
                && message.body().length() == json.get("length").asInt();
    }

    /**
     * Where tshark attributes a message: to the frame with which the record that ends it, and all before it, has come.
     */
    static long completingFrame(Handshake handshake, HandshakeMessage message) {
        List<TlsRecord> records = message.provenance().records();
        if (handshake.protocol() != Protocol.TLS) {
            return message.provenance().lastPacket().map(PacketRef::number).orElse(0L);
        }
        long end = records.get(records.size() - 1).end();
        return handshake.segments(message.provenance().direction()).stream()
                .filter(segment -> segment.offset() < end)
                .mapToLong(segment -> segment.packet().number())
                .max()
                .orElse(0);
    }

    /** The first field in which a message of ours differs; empty if none does. */
    String difference(HandshakeMessage message) {
        List<String> differences = new ArrayList<>();
        message.malformation().ifPresent(malformation -> differences.add("malformed " + malformation));
        if (message instanceof ClientHello hello) {
            hello(hello.random(), hello.sessionId(), hello.extensions(), differences);
            compare("ciphers", ints("ciphers"), hello.cipherSuites(), differences);
            compare("version", number("version"), hello.legacyVersion().code(), differences);
            compare("sni", texts("sni"), hello.serverName().map(List::of).orElse(List.of()), differences);
            compare("alpn", texts("alpn"), hello.applicationProtocols(), differences);
            compare(
                    "supported_versions",
                    ints("supported_versions"),
                    hello.supportedVersions().stream()
                            .map(version -> version.code())
                            .toList(),
                    differences);
        } else if (message instanceof ServerHello hello) {
            hello(hello.random(), hello.sessionId(), hello.extensions(), differences);
            compare("cipher", json.path("cipher").asInt(), hello.cipherSuite(), differences);
            compare("version", number("version"), hello.legacyVersion().code(), differences);
        } else if (message instanceof CertificateMessage certificates) {
            compare(
                    "certs",
                    certificateHashes(),
                    certificates.entries().stream()
                            .map(entry -> sha256(entry.der()))
                            .toList(),
                    differences);
        } else if (message instanceof ServerKeyExchange exchange && json.has("ske_named_curve")) {
            compare(
                    "curve",
                    json.get("ske_named_curve").asInt(),
                    exchange.namedGroup().orElse(-1),
                    differences);
            compare(
                    "point",
                    json.path("ske_point_len").asInt(),
                    exchange.publicKey().length(),
                    differences);
        } else if (message instanceof ServerKeyExchange exchange && json.has("dh_p_len")) {
            compare("dh_p", json.get("dh_p_len").asInt(), exchange.prime().length(), differences);
        } else if (message instanceof CertificateStatus status) {
            compare("ocsp", json.path("ocsp_len").asInt(), status.ocspResponse().length(), differences);
        }
        return differences.isEmpty() ? "" : differences.get(0);
    }

    private void hello(Bytes random, Bytes sessionId, List<Extension> extensions, List<String> differences) {
        compare("random", json.path("random").asText(), random.hex(), differences);
        compare("session_id", json.path("session_id").asText(), sessionId.hex(), differences);
        compare(
                "extensions",
                ints("extensions"),
                extensions.stream().map(Extension::type).toList(),
                differences);
        compare(
                "extension_lengths",
                ints("extension_lengths"),
                extensions.stream().map(extension -> extension.data().length()).toList(),
                differences);
    }

    private static void compare(String field, Object oracle, Object ours, List<String> differences) {
        if (!oracle.equals(ours)) {
            differences.add(field + ": oracle " + oracle + ", ours " + ours);
        }
    }

    private List<Integer> ints(String field) {
        List<Integer> values = new ArrayList<>();
        json.path(field).forEach(value -> values.add(value.asInt()));
        return values;
    }

    private List<String> texts(String field) {
        List<String> values = new ArrayList<>();
        json.path(field).forEach(value -> values.add(value.asText()));
        return values;
    }

    private int number(String field) {
        return Integer.decode(json.path(field).asText("-1"));
    }

    private List<String> certificateHashes() {
        List<String> hashes = new ArrayList<>();
        json.path("certs").forEach(cert -> hashes.add(cert.get("sha256").asText()));
        return hashes;
    }

    private static String sha256(Bytes der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "frame " + frame() + " type " + type() + " length "
                + json.path("length").asInt() + " " + json.get("src").asText() + ":"
                + json.get("sport").asInt() + " → " + json.get("dst").asText() + ":"
                + json.get("dport").asInt();
    }
}
