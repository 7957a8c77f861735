package dev.interloper.core;

import dev.interloper.certs.transparency.TransparencyRequest;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.Extension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings together the three channels for SCTs: in the leaf, in the handshake, in a stapled OCSP response (RFC 6962 section 3.3). */
final class Timestamps {

    private Timestamps() {}

    static TransparencyRequest request(TrustReport report, @Nullable Handshake handshake) {
        TransparencyRequest request = TransparencyRequest.of(report);
        if (handshake == null) {
            return request;
        }
        Optional<CertificateMessage.Entry> leaf = handshake
                .serverCertificate()
                .flatMap(message -> message.entries().stream().findFirst());
        Optional<String> scts = leaf.flatMap(entry -> entry.timestamps().map(bytes -> bytes.hex()))
                .or(() -> handshake
                        .serverHello()
                        .flatMap(hello -> hello.extension(Extension.SIGNED_CERTIFICATE_TIMESTAMP))
                        .map(bytes -> bytes.hex()));
        if (scts.isPresent()) {
            request = request.withTlsScts(scts.get());
        }
        Optional<String> ocsp = leaf.flatMap(entry -> entry.ocspResponse().map(bytes -> bytes.hex()))
                .or(() -> handshake.messages().stream()
                        .filter(CertificateStatus.class::isInstance)
                        .map(message ->
                                ((CertificateStatus) message).ocspResponse().hex())
                        .findFirst());
        return ocsp.isPresent() ? request.withOcspResponse(ocsp.get()) : request;
    }
}
