package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloView;
import java.util.List;

/**
 * JA3S: a server's version, cipher suite and extensions, as text and as its MD5 (<a href="https://github.com/salesforce/ja3">JA3</a>).
 * What a server answers depends on what it was asked: compare it together with the client's {@link Ja3}. Of a HelloRetryRequest
 * it is not the server's answer. Immutable.
 *
 * @param text three fields of decimal numbers: {@code 771,49199,65281-11}
 * @param hash the text's MD5 in 32 hexadecimal digits
 * @since 0.1
 */
public record Ja3s(String text, String hash) {

    /**
     * A hello's JA3S.
     *
     * @param hello the server's hello
     * @return its fingerprint
     */
    public static Ja3s of(ServerHello hello) {
        ServerHelloView view = new ServerHelloView();
        view.reset(hello.body());
        return of(view);
    }

    /**
     * A hello's JA3S.
     *
     * @param hello the server's hello
     * @return its fingerprint
     */
    public static Ja3s of(ServerHelloView hello) {
        return new FingerprintWriter().ja3s(hello);
    }

    /**
     * The JA3S of every ServerHello of a handshake, HelloRetryRequests included.
     *
     * @param messages a handshake's messages
     * @return in their order
     */
    public static List<Ja3s> each(List<HandshakeMessage> messages) {
        return messages.stream()
                .filter(ServerHello.class::isInstance)
                .map(hello -> of((ServerHello) hello))
                .toList();
    }

    /** The hash. */
    @Override
    public String toString() {
        return hash;
    }
}
