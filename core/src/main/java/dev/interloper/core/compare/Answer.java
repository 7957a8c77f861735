package dev.interloper.core.compare;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.extension.ApplicationProtocols;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.KeyShare;
import dev.interloper.handshake.message.CertificateStatus;
import dev.interloper.handshake.message.EncryptedExtensions;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerKeyExchange;
import dev.interloper.handshake.record.TlsVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a server answered, and what it had been offered. */
final class Answer {

    static final String NO_PROTOCOL = "none";
    private static final int KEY_SHARE = 51;

    private final Handshake handshake;
    private final ServerHello hello;
    private final Offer offer;

    private Answer(Handshake handshake, ServerHello hello) {
        this.handshake = handshake;
        this.hello = hello;
        this.offer = Offer.of(handshake);
    }

    /** Empty where the server did not answer. */
    static Optional<Answer> of(Handshake handshake) {
        return handshake.serverHello().map(hello -> new Answer(handshake, hello));
    }

    Offer offer() {
        return offer;
    }

    TlsVersion version() {
        return hello.selectedVersion();
    }

    boolean isTls13() {
        return version().isTls13();
    }

    boolean isResumed() {
        return handshake.isResumed();
    }

    int suite() {
        return hello.cipherSuite();
    }

    List<Integer> extensions() {
        return hello.extensions().stream().map(Extension::type).toList();
    }

    boolean isRetried() {
        return messages(ServerHello.class).stream().anyMatch(ServerHello::isHelloRetryRequest);
    }

    OptionalInt group() {
        if (isTls13()) {
            return ExtensionDecoder.find(hello.extensions(), HandshakeType.SERVER_HELLO, KEY_SHARE, KeyShare.class)
                    .map(KeyShare::selectedGroup)
                    .orElse(OptionalInt.empty());
        }
        return messages(ServerKeyExchange.class).stream()
                .findFirst()
                .map(ServerKeyExchange::namedGroup)
                .orElse(OptionalInt.empty());
    }

    /** Empty where it is encrypted. */
    Optional<String> protocol() {
        List<Extension> extensions = hello.extensions();
        if (isTls13()) {
            Optional<EncryptedExtensions> encrypted =
                    messages(EncryptedExtensions.class).stream().findFirst();
            if (encrypted.isEmpty()) {
                return Optional.empty();
            }
            extensions = encrypted.get().extensions();
        }
        return Optional.of(ExtensionDecoder.find(
                        extensions, HandshakeType.SERVER_HELLO, Extension.ALPN, ApplicationProtocols.class)
                .flatMap(chosen -> chosen.printableNames().stream().findFirst())
                .orElse(NO_PROTOCOL));
    }

    /** Empty in TLS 1.3, whose tickets come later, encrypted. */
    Optional<Boolean> ticket() {
        if (isTls13()) {
            return Optional.empty();
        }
        return Optional.of(hello.extension(Extension.SESSION_TICKET).isPresent()
                || handshake.messages().stream().anyMatch(m -> m.type().equals(HandshakeType.NEW_SESSION_TICKET)));
    }

    /** Empty where no certificate was seen. */
    Optional<Boolean> staple() {
        return handshake
                .serverCertificate()
                .map(certificate -> !messages(CertificateStatus.class).isEmpty()
                        || certificate.entries().stream()
                                .anyMatch(entry -> entry.ocspResponse().isPresent()));
    }

    /** Whether the server speaks TLS 1.3, by having spoken it or by its mark; empty where neither can tell. */
    Optional<Boolean> speaksTls13() {
        if (isTls13()) {
            return Optional.of(true);
        }
        return version().equals(TlsVersion.TLS_1_2)
                ? Optional.of(hello.downgradeSentinel()
                        .filter(TlsVersion.TLS_1_2::equals)
                        .isPresent())
                : Optional.empty();
    }

    private <T extends HandshakeMessage> List<T> messages(Class<T> type) {
        return handshake.messages().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
