package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloView;

/**
 * A Network Protocol Fingerprint: a tree of the hello's own bytes, GREASE replaced by 0a0a
 * (<a href="https://github.com/cisco/mercury/blob/main/doc/npf.md">NPF</a>). The version is the hello's own field: the document says
 * the record's, but the data published with it has the hello's. Immutable.
 *
 * @param text the fingerprint with its protocol and format in front: {@code tls/1/(0303)(1301)[(0000)(000a000400020017)]}
 * @since 0.1
 */
public record Npf(String text) {

    /**
     * The formats {@code tls/} and {@code dtls/}: extensions in the order of the wire.
     *
     * @param hello a hello of TLS or DTLS
     * @return its fingerprint
     */
    public static Npf of(ClientHello hello) {
        return client(hello, "/", NpfText.Form.WIRE);
    }

    /**
     * The formats {@code tls/1} and {@code dtls/1}: extensions sorted, for clients that shuffle them.
     *
     * @param hello a hello of TLS or DTLS
     * @return its fingerprint
     */
    public static Npf sorted(ClientHello hello) {
        return client(hello, "/1/", NpfText.Form.SORTED);
    }

    /**
     * The formats {@code tls/2} and {@code dtls/2}: extensions sorted; those that come and go with resumption and padding are left
     * out, unassigned and private numbers stand for each other, at most three of a kind count.
     *
     * @param hello a hello of TLS or DTLS
     * @return its fingerprint
     */
    public static Npf selected(ClientHello hello) {
        return client(hello, "/2/", NpfText.Form.SELECTED);
    }

    /**
     * The format {@code quic}: extensions sorted, transport parameters by their ids.
     *
     * @param hello a hello that came in CRYPTO frames
     * @param version the version field of the packet's long header
     * @return its fingerprint
     */
    public static Npf quic(ClientHello hello, int version) {
        return new Npf(new NpfText(true).quic("quic/", version, Ja3.view(hello), NpfText.Form.SORTED));
    }

    /**
     * The format {@code quic/1}: as {@link #quic}, with the extensions that {@link #selected} keeps.
     *
     * @param hello a hello that came in CRYPTO frames
     * @param version the version field of the packet's long header
     * @return its fingerprint
     */
    public static Npf selectedQuic(ClientHello hello, int version) {
        return new Npf(new NpfText(true).quic("quic/1/", version, Ja3.view(hello), NpfText.Form.SELECTED));
    }

    /**
     * The format {@code tls_server}: extensions in the order of the wire.
     *
     * @param hello a server's hello
     * @return its fingerprint
     */
    public static Npf of(ServerHello hello) {
        ServerHelloView view = new ServerHelloView();
        view.reset(hello.body());
        return new Npf(new NpfText(false).server(view));
    }

    private static Npf client(ClientHello hello, String format, NpfText.Form form) {
        String protocol = hello.isDatagram() ? "dtls" : "tls";
        return new Npf(new NpfText(true).client(protocol + format, Ja3.view(hello), form));
    }

    /**
     * The short form: the text's SHA-256, of which 128 bits are kept.
     *
     * @return 32 hexadecimal digits
     */
    public String hash() {
        Text hash = new Text();
        new Digest("SHA-256").write(new Text().add(text), 32, hash);
        return hash.toString();
    }

    /** The fingerprint. */
    @Override
    public String toString() {
        return text;
    }
}
