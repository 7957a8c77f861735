package dev.interloper.handshake.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.extension.ApplicationSettings;
import dev.interloper.handshake.extension.CompressCertificate;
import dev.interloper.handshake.extension.DelegatedCredential;
import dev.interloper.handshake.extension.EcPointFormats;
import dev.interloper.handshake.extension.ExtensionBody;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.Heartbeat;
import dev.interloper.handshake.extension.KeyShare;
import dev.interloper.handshake.extension.NextProtocolNegotiation;
import dev.interloper.handshake.extension.PreSharedKey;
import dev.interloper.handshake.extension.PskKeyExchangeModes;
import dev.interloper.handshake.extension.RecordSizeLimit;
import dev.interloper.handshake.extension.SignatureAlgorithms;
import dev.interloper.handshake.extension.SupportedGroups;
import dev.interloper.handshake.message.CertificateRequest;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.CertificateVerify;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientKeyExchange;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.KeyExchange;
import dev.interloper.handshake.message.NewSessionTicket;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerKeyExchange;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One of tshark's records, field by field; a field that it does not have is not compared. */
final class FieldOracle {

    private final JsonNode json;
    private final Map<String, int[]> counts;
    private final List<String> disagreements;
    private final String where;

    FieldOracle(JsonNode json, Map<String, int[]> counts, List<String> disagreements, String where) {
        this.json = json;
        this.counts = counts;
        this.disagreements = disagreements;
        this.where = where;
    }

    void compare(HandshakeMessage message) {
        if (message instanceof NewSessionTicket ticket) {
            field("ticket_lifetime", ticket.lifetimeSeconds());
            field("ticket_length", ticket.ticket().length());
        } else if (message instanceof ServerKeyExchange exchange) {
            field("ske_curve_type", exchange.curveType().orElse(-1));
            field("ske_named_curve", exchange.namedGroup().orElse(-1));
            field("ske_point_len", exchange.publicKey().length());
            field("dh_p_len", exchange.prime().length());
            field("dh_g_len", exchange.generator().length());
            field("sig_len", exchange.signature().length());
            field("sig_algs", exchange.signatureScheme().stream().boxed().toList());
        } else if (message instanceof CertificateRequest request) {
            field("sig_algs", request.signatureSchemes());
        } else if (message instanceof CertificateVerify verify) {
            field("sig_algs", verify.signatureScheme().stream().boxed().toList());
        } else if (message instanceof ClientKeyExchange exchange) {
            field("cke_point_len", exchange.publicKey().length());
            count("cke known", exchange.keyExchange() != KeyExchange.UNKNOWN, "unknown suite");
            count("cke well-formed", exchange.malformation().isEmpty(), String.valueOf(exchange.malformation()));
        } else if (message instanceof CertificateStatus status) {
            field("ocsp_len", status.ocspResponse().length());
        } else if (message instanceof ClientHello hello) {
            extensions(hello.extensions(), HandshakeType.CLIENT_HELLO);
        } else if (message instanceof ServerHello hello) {
            extensions(
                    hello.extensions(),
                    hello.isHelloRetryRequest() ? HandshakeType.HELLO_RETRY_REQUEST : HandshakeType.SERVER_HELLO);
        }
    }

    private void extensions(List<Extension> extensions, HandshakeType in) {
        for (ExtensionBody body : ExtensionDecoder.decodeAll(extensions, in)) {
            count("ext " + body.extension().name(), body.malformation().isEmpty(), String.valueOf(body.malformation()));
        }
        each(extensions, in, SupportedGroups.class, 10, "groups", SupportedGroups::groups);
        each(extensions, in, EcPointFormats.class, 11, "ec_point_formats", body -> bytes(body.formats()));
        each(extensions, in, SignatureAlgorithms.class, 13, "sig_algs", SignatureAlgorithms::schemes);
        each(extensions, in, SignatureAlgorithms.class, 50, "sig_algs_cert", SignatureAlgorithms::schemes);
        each(extensions, in, DelegatedCredential.class, 34, "dc_sig_algs", DelegatedCredential::schemes);
        each(extensions, in, CompressCertificate.class, 27, "cert_compression_algs", CompressCertificate::algorithms);
        each(extensions, in, PskKeyExchangeModes.class, 45, "psk_modes", body -> bytes(body.modes()));
        each(extensions, in, Heartbeat.class, 15, "heartbeat_mode", Heartbeat::mode);
        each(extensions, in, RecordSizeLimit.class, 28, "record_size_limit", RecordSizeLimit::limit);
        each(extensions, in, ApplicationSettings.class, 17513, "alps", body -> texts(body.names()));
        each(extensions, in, NextProtocolNegotiation.class, 13172, "npn", body -> texts(body.names()));
        each(
                extensions,
                in,
                PreSharedKey.class,
                41,
                "psk_selected",
                body -> body.selectedIdentity().orElse(-1));
        each(
                extensions,
                in,
                KeyShare.class,
                51,
                "key_share_groups",
                body -> body.entries().stream().map(KeyShare.Entry::group).toList());
        each(
                extensions,
                in,
                KeyShare.class,
                51,
                "key_share_lens",
                body -> body.entries().stream()
                        .map(entry -> entry.keyExchange().length())
                        .toList());
        each(
                extensions,
                in,
                KeyShare.class,
                51,
                "key_share_selected",
                body -> body.selectedGroup().orElse(-1));
    }

    private <T extends ExtensionBody> void each(
            List<Extension> extensions,
            HandshakeType in,
            Class<T> kind,
            int type,
            String field,
            Function<T, Object> value) {
        ExtensionDecoder.find(extensions, in, type, kind).ifPresent(body -> field(field, value.apply(body)));
    }

    private static List<Integer> bytes(Bytes bytes) {
        return IntStream.range(0, bytes.length()).map(bytes::at).boxed().toList();
    }

    private static List<String> texts(List<Bytes> names) {
        return names.stream().map(Bytes::printable).toList();
    }

    private void field(String name, Object ours) {
        JsonNode theirs = json.path(name);
        if (theirs.isMissingNode()) {
            return;
        }
        Object expected = value(theirs, ours);
        count(name, expected.equals(ours), "oracle " + expected + ", ours " + ours);
    }

    private static Object value(JsonNode node, Object like) {
        if (like instanceof List<?>) {
            List<Object> values = new ArrayList<>();
            if (node.isArray()) {
                node.forEach(item -> values.add(item.isNumber() ? (Object) item.asInt() : item.asText()));
            } else {
                values.add(node.isNumber() ? (Object) node.asInt() : node.asText());
            }
            return values;
        }
        JsonNode single = node.isArray() ? node.path(0) : node;
        return like instanceof Long ? (Object) single.asLong() : (Object) single.asInt();
    }

    private void count(String name, boolean same, String difference) {
        int[] count = counts.computeIfAbsent(name, key -> new int[2]);
        count[1]++;
        if (same) {
            count[0]++;
        } else {
            disagreements.add(where + name + ": " + difference);
        }
    }
}
