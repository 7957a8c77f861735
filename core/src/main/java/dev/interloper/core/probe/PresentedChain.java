package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.Handshake;

/** The chain as the bytes of a handshake show it, malformed certificates included. */
final class PresentedChain {

    /** A hostile message of 256 KiB could hold 87,000 empty ones. */
    static final int MAX_CERTIFICATES = 100;

    private PresentedChain() {}

    /** Empty if the bytes show none. */
    static CertificateChain of(Handshake handshake) {
        return handshake
                .serverCertificate()
                .map(message -> CertificateChain.parse(message.entries().stream()
                        .limit(MAX_CERTIFICATES)
                        .map(entry -> entry.der().toByteArray())
                        .toList()))
                .orElse(CertificateChain.empty());
    }

    /** Whether it is longer than what is looked at. */
    static boolean isCut(Handshake handshake) {
        return handshake
                .serverCertificate()
                .filter(message -> message.entries().size() > MAX_CERTIFICATES)
                .isPresent();
    }
}
