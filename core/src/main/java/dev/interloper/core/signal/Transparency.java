package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;

/** The three channels for SCTs (RFC 6962 section 3.3), whether they verify or not. */
final class Transparency {

    private Transparency() {}

    /** Whether SCTs came, or may have come, in the leaf, in the ServerHello or in a stapled OCSP response. */
    static boolean mayHaveTimestamps(Observation seen, ForgePrint leaf) {
        return leaf.hasEmbeddedScts() || besideTheCertificate(seen);
    }

    private static boolean besideTheCertificate(Observation seen) {
        return seen.handshake()
                .map(handshake -> inServerHello(handshake) || stapled(handshake))
                .orElse(false);
    }

    private static boolean inServerHello(Handshake handshake) {
        return handshake
                .serverHello()
                .flatMap(hello -> hello.extension(Extension.SIGNED_CERTIFICATE_TIMESTAMP))
                .isPresent();
    }

    private static boolean stapled(Handshake handshake) {
        return handshake.messages().stream()
                .anyMatch(message -> message.type().equals(HandshakeType.CERTIFICATE_STATUS));
    }
}
