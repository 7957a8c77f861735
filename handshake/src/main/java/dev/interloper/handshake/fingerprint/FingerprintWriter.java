package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;

/**
 * Writes fingerprints into arrays of the caller's, as ASCII: for who sees many hellos and keeps few. Allocates nothing once its
 * buffers have grown to the longest hello. Of a malformed hello it takes what could be read. Reusable, not thread-safe.
 *
 * @since 0.1
 */
public final class FingerprintWriter {

    /** How many bytes a JA3 or JA3S takes. */
    public static final int JA3_LENGTH = 32;

    /** How many bytes a JA4 takes. */
    public static final int JA4_LENGTH = 36;

    private static final String NOTHING = "000000000000";

    private final Digest md5 = new Digest("MD5");
    private final Digest sha256 = new Digest("SHA-256");
    private final Ja3Text ja3 = new Ja3Text();
    private final Ja4Text ja4 = new Ja4Text();
    private final Text part = new Text();
    private final Text out = new Text();

    /** A writer with its own buffers. */
    public FingerprintWriter() {}

    /**
     * Writes the JA3 of a hello.
     *
     * @param hello the hello
     * @param into the array that receives {@link #JA3_LENGTH} hexadecimal digits
     * @param at index of the first
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void ja3(ClientHelloView hello, byte[] into, int at) {
        ja3.client(hello, false, part);
        hashed(into, at);
    }

    /**
     * Writes the {@linkplain Ja3#sorted sorted JA3} of a hello.
     *
     * @param hello the hello
     * @param into the array that receives {@link #JA3_LENGTH} hexadecimal digits
     * @param at index of the first
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void sortedJa3(ClientHelloView hello, byte[] into, int at) {
        ja3.client(hello, true, part);
        hashed(into, at);
    }

    /**
     * Writes the JA3S of a server's hello.
     *
     * @param hello the hello
     * @param into the array that receives {@link #JA3_LENGTH} hexadecimal digits
     * @param at index of the first
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void ja3s(ServerHelloView hello, byte[] into, int at) {
        ja3.server(hello, part);
        hashed(into, at);
    }

    /**
     * Writes the JA4 of a hello.
     *
     * @param hello the hello
     * @param protocol what carried it
     * @param into the array that receives {@link #JA4_LENGTH} characters
     * @param at index of the first
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void ja4(ClientHelloView hello, Protocol protocol, byte[] into, int at) {
        ja4(hello, protocol, true);
        out.copyTo(into, at);
    }

    private void hashed(byte[] into, int at) {
        out.clear();
        md5.write(part, JA3_LENGTH, out);
        out.copyTo(into, at);
    }

    private void ja4(ClientHelloView hello, Protocol protocol, boolean sorted) {
        out.clear();
        ja4.readable(hello, protocol, out);
        out.add('_');
        ja4.cipherSuites(hello, sorted, part.clear());
        shortHash();
        out.add('_');
        ja4.extensions(hello, sorted, part.clear());
        shortHash();
    }

    private void shortHash() {
        if (part.length() == 0) {
            out.add(NOTHING);
        } else {
            sha256.write(part, NOTHING.length(), out);
        }
    }

    Ja3 ja3(ClientHelloView hello, boolean sorted) {
        ja3.client(hello, sorted, part);
        md5.write(part, JA3_LENGTH, out.clear());
        return new Ja3(part.toString(), out.toString());
    }

    Ja3s ja3s(ServerHelloView hello) {
        ja3.server(hello, part);
        md5.write(part, JA3_LENGTH, out.clear());
        return new Ja3s(part.toString(), out.toString());
    }

    Ja4 ja4(ClientHelloView hello, Protocol protocol) {
        ja4(hello, protocol, true);
        String hashed = out.toString();
        ja4(hello, protocol, false);
        return new Ja4(hashed, raw(hello, protocol, true), out.toString(), raw(hello, protocol, false));
    }

    private String raw(ClientHelloView hello, Protocol protocol, boolean sorted) {
        part.clear();
        ja4.readable(hello, protocol, part);
        ja4.cipherSuites(hello, sorted, part.add('_'));
        ja4.extensions(hello, sorted, part.add('_'));
        return part.toString();
    }
}
