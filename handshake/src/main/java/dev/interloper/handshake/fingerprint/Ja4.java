package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.record.Protocol;
import java.util.List;

/**
 * JA4 of a TLS client: a readable part, a hash of the cipher suites, and a hash of the extensions with the signature algorithms
 * (<a href="https://github.com/FoxIO-LLC/ja4/blob/main/technical_details/JA4.md">JA4</a>). GREASE is left out everywhere. Of a
 * malformed hello it takes what could be read. Immutable.
 *
 * @param ja4 suites and extensions in ascending order: {@code t13d1516h2_8daaf6152771_e5627efa2ab1}
 * @param raw JA4_r: the same with the lists in place of their hashes
 * @param original JA4_o: suites and extensions in the order of the wire, server_name and ALPN among the extensions
 * @param rawOriginal JA4_ro: the same with the lists in place of their hashes
 * @since 0.1
 */
public record Ja4(String ja4, String raw, String original, String rawOriginal) {

    /**
     * A hello's JA4.
     *
     * @param hello the hello
     * @param protocol what carried it
     * @return its fingerprint
     */
    public static Ja4 of(ClientHello hello, Protocol protocol) {
        return of(Ja3.view(hello), protocol);
    }

    /**
     * A hello's JA4.
     *
     * @param hello the hello
     * @param protocol what carried it
     * @return its fingerprint
     */
    public static Ja4 of(ClientHelloView hello, Protocol protocol) {
        return new FingerprintWriter().ja4(hello, protocol);
    }

    /**
     * The JA4 of every ClientHello of a handshake. Where the server asked for another one (HelloRetryRequest, HelloVerifyRequest),
     * the second may differ from the first; the method does not say which one counts.
     *
     * @param messages a handshake's messages
     * @param protocol what carried them
     * @return in their order, the first hello's at index 0
     */
    public static List<Ja4> each(List<HandshakeMessage> messages, Protocol protocol) {
        return messages.stream()
                .filter(ClientHello.class::isInstance)
                .map(hello -> of((ClientHello) hello, protocol))
                .toList();
    }

    /** The fingerprint in its usual form. */
    @Override
    public String toString() {
        return ja4;
    }
}
