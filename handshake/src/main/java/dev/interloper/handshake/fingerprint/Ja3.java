package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.HandshakeMessage;
import java.util.List;

/**
 * JA3: a client's version, cipher suites, extensions, groups and point formats, GREASE left out, as text and as its MD5 (Althouse,
 * Atkinson, Atkins: <a href="https://github.com/salesforce/ja3">JA3</a>, 2017). The version is the hello's own field, not the
 * record's and not the negotiated one. Of a malformed hello it takes what could be read. Immutable.
 *
 * @param text five fields of decimal numbers: {@code 771,4865-49199,0-10,29-23,0}
 * @param hash the text's MD5 in 32 hexadecimal digits
 * @since 0.1
 */
public record Ja3(String text, String hash) {

    /**
     * A hello's JA3.
     *
     * @param hello the hello
     * @return its fingerprint
     */
    public static Ja3 of(ClientHello hello) {
        return of(view(hello));
    }

    /**
     * A hello's JA3.
     *
     * @param hello the hello
     * @return its fingerprint
     */
    public static Ja3 of(ClientHelloView hello) {
        return new FingerprintWriter().ja3(hello, false);
    }

    /**
     * A hello's JA3 with its extensions in ascending order of their numbers, for clients that shuffle them at every connection;
     * everything else is as in JA3. Nobody owns this variant; that sentence is our definition of it.
     *
     * @param hello the hello
     * @return its fingerprint
     */
    public static Ja3 sorted(ClientHello hello) {
        return sorted(view(hello));
    }

    /**
     * A hello's sorted JA3, see {@link #sorted(ClientHello)}.
     *
     * @param hello the hello
     * @return its fingerprint
     */
    public static Ja3 sorted(ClientHelloView hello) {
        return new FingerprintWriter().ja3(hello, true);
    }

    /**
     * The JA3 of every ClientHello of a handshake. Where the server asked for another one, the second differs from the first.
     *
     * @param messages a handshake's messages
     * @return in their order, the first hello's at index 0
     */
    public static List<Ja3> each(List<HandshakeMessage> messages) {
        return messages.stream()
                .filter(ClientHello.class::isInstance)
                .map(hello -> of((ClientHello) hello))
                .toList();
    }

    static ClientHelloView view(ClientHello hello) {
        ClientHelloView view = new ClientHelloView();
        view.reset(hello.body(), hello.isDatagram());
        return view;
    }

    /** The hash. */
    @Override
    public String toString() {
        return hash;
    }
}
