package dev.interloper.boards.library;

import dev.interloper.handshake.extension.ApplicationProtocols;
import dev.interloper.handshake.extension.ApplicationSettings;
import dev.interloper.handshake.extension.CompressCertificate;
import dev.interloper.handshake.extension.Cookie;
import dev.interloper.handshake.extension.DelegatedCredential;
import dev.interloper.handshake.extension.EcPointFormats;
import dev.interloper.handshake.extension.EncryptedServerName;
import dev.interloper.handshake.extension.ExtensionBody;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.Heartbeat;
import dev.interloper.handshake.extension.KeyShare;
import dev.interloper.handshake.extension.NextProtocolNegotiation;
import dev.interloper.handshake.extension.PreSharedKey;
import dev.interloper.handshake.extension.PskKeyExchangeModes;
import dev.interloper.handshake.extension.QuicTransportParameters;
import dev.interloper.handshake.extension.RecordSizeLimit;
import dev.interloper.handshake.extension.ServerName;
import dev.interloper.handshake.extension.SignatureAlgorithms;
import dev.interloper.handshake.extension.SignedCertificateTimestamps;
import dev.interloper.handshake.extension.StatusRequest;
import dev.interloper.handshake.extension.SupportedGroups;
import dev.interloper.handshake.extension.SupportedVersions;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;

/** What extensions hold, under the oracle's names. */
final class ExtensionFields {

    private ExtensionFields() {}

    static void add(List<Extension> extensions, HandshakeType in, Fields fields) {
        fields.put(
                "extensions",
                extensions.stream().map(extension -> (long) extension.type()).toList());
        fields.put(
                "extension_lengths",
                extensions.stream()
                        .map(extension -> (long) extension.data().length())
                        .toList());
        ExtensionDecoder.decodeAll(extensions, in).forEach(body -> {
            names(body, fields);
            numbers(body, fields);
            keys(body, fields);
        });
    }

    private static void names(ExtensionBody body, Fields fields) {
        if (body instanceof ServerName sni) {
            fields.add(
                    "sni",
                    sni.names().stream()
                            .map(ServerName.Name::value)
                            .filter(name -> !name.isEmpty())
                            .map(Bytes::printable)
                            .toList());
        } else if (body instanceof ApplicationProtocols alpn) {
            fields.add("alpn", alpn.printableNames());
        } else if (body instanceof ApplicationSettings alps) {
            fields.add("alps", alps.names().stream().map(Bytes::printable).toList());
        } else if (body instanceof NextProtocolNegotiation npn) {
            fields.add("npn", npn.names().stream().map(Bytes::printable).toList());
        } else if (body instanceof Cookie cookie) {
            fields.put("cookie", cookie.cookie().hex());
        } else if (body instanceof StatusRequest status
                && !status.ocspResponse().isEmpty()) {
            fields.put("ocsp_len", status.ocspResponse().length());
        } else if (body instanceof SignedCertificateTimestamps timestamps) {
            fields.add("sct_logids", logIds(timestamps));
            // tshark lists their signatures' algorithms with those of the handshake
            fields.add(
                    "sig_algs",
                    timestamps.timestamps().stream()
                            .map(timestamp -> (long) timestamp.signatureScheme())
                            .toList());
        }
    }

    private static void numbers(ExtensionBody body, Fields fields) {
        if (body instanceof SupportedVersions versions) {
            fields.add(
                    "supported_versions",
                    versions.versions().stream()
                            .map(version -> (long) version.code())
                            .toList());
        } else if (body instanceof SupportedGroups groups) {
            fields.add("groups", Fields.longs(groups.groups()));
        } else if (body instanceof EcPointFormats formats) {
            fields.add("ec_point_formats", Fields.octets(formats.formats()));
        } else if (body instanceof SignatureAlgorithms schemes) {
            fields.add(body.type() == 50 ? "sig_algs_cert" : "sig_algs", Fields.longs(schemes.schemes()));
        } else if (body instanceof DelegatedCredential credential) {
            fields.add("dc_sig_algs", Fields.longs(credential.schemes()));
        } else if (body instanceof CompressCertificate algorithms) {
            fields.add("cert_compression_algs", Fields.longs(algorithms.algorithms()));
        } else if (body instanceof Heartbeat heartbeat) {
            fields.add("heartbeat_mode", List.of((long) heartbeat.mode()));
        } else if (body instanceof RecordSizeLimit limit) {
            fields.add("record_size_limit", List.of((long) limit.limit()));
        }
    }

    private static void keys(ExtensionBody body, Fields fields) {
        if (body instanceof KeyShare share) {
            share.selectedGroup().ifPresent(group -> fields.add("key_share_selected", List.of((long) group)));
            fields.add(
                    "key_share_groups",
                    share.entries().stream().map(entry -> (long) entry.group()).toList());
            fields.add(
                    "key_share_lens",
                    share.entries().stream()
                            .map(entry -> (long) entry.keyExchange().length())
                            .toList());
        } else if (body instanceof EncryptedServerName esni && esni.group().isPresent()) {
            // tshark lists its key with those of key_share
            fields.add("key_share_groups", List.of((long) esni.group().getAsInt()));
            fields.add("key_share_lens", List.of((long) esni.keyExchange().length()));
        } else if (body instanceof PskKeyExchangeModes modes) {
            fields.add("psk_modes", Fields.octets(modes.modes()));
        } else if (body instanceof PreSharedKey key) {
            key.selectedIdentity().ifPresent(identity -> fields.add("psk_selected", List.of((long) identity)));
        } else if (body instanceof QuicTransportParameters parameters) {
            fields.add(
                    "quic_params",
                    parameters.parameters().stream()
                            .map(QuicTransportParameters.Parameter::id)
                            .toList());
        }
    }

    static List<String> logIds(SignedCertificateTimestamps timestamps) {
        return timestamps.timestamps().stream()
                .map(timestamp -> timestamp.logId().hex())
                .toList();
    }
}
