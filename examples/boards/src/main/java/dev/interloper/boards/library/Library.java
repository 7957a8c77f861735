package dev.interloper.boards.library;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.fingerprint.Ja3;
import dev.interloper.handshake.fingerprint.Ja3s;
import dev.interloper.handshake.fingerprint.Ja4;
import dev.interloper.handshake.fingerprint.Npf;
import dev.interloper.handshake.message.CertificateDecompressors;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The library's entries that the board uses, in one place. */
public final class Library {

    /** A stream that is given byte by byte has as many segments as bytes. */
    static final Limits LIMITS =
            Limits.builder().maxSegments(1 << 20).maxRecords(1 << 16).build();

    /**
     * JA4 in its four forms.
     *
     * @param hashed JA4
     * @param raw JA4_r
     * @param rawOriginal JA4_ro
     */
    public record Ja4Forms(String hashed, String raw, String rawOriginal) {}

    /**
     * JA3 or JA3S.
     *
     * @param text what is hashed
     * @param hash its MD5
     */
    public record Ja3Forms(String text, String hash) {}

    /** zlib, and brotli by a library. */
    static final CertificateDecompressors DECOMPRESSORS =
            CertificateDecompressors.builtIn().with(new Brotli());

    private Library() {}

    static List<Handshake> read(Path capture, KeyLog keys) {
        return Capture.file(capture)
                .withKeyLog(keys)
                .withDecompressors(DECOMPRESSORS)
                .handshakes();
    }

    /**
     * What is in a capture file.
     *
     * @param file its bytes
     * @return its handshakes
     */
    public static List<Handshake> read(byte[] file) {
        return Capture.of("bytes", () -> new ByteArrayInputStream(file)).handshakes();
    }

    static boolean isOverStream(Handshake handshake) {
        return handshake.protocol() == Protocol.TLS;
    }

    static String protocol(Handshake handshake) {
        return handshake.protocol().name().toLowerCase(Locale.ROOT);
    }

    /**
     * A client's JA3.
     *
     * @param hello its hello
     * @return text and hash
     */
    public static Ja3Forms ja3(ClientHello hello) {
        Ja3 ja3 = Ja3.of(hello);
        return new Ja3Forms(ja3.text(), ja3.hash());
    }

    /**
     * A server's JA3S.
     *
     * @param hello its hello
     * @return text and hash
     */
    public static Ja3Forms ja3s(ServerHello hello) {
        Ja3s ja3s = Ja3s.of(hello);
        return new Ja3Forms(ja3s.text(), ja3s.hash());
    }

    /**
     * A client's JA4.
     *
     * @param message a message that is a ClientHello
     * @return empty if it is something else
     */
    public static Optional<Ja4Forms> ja4(Message message) {
        if (message.message() instanceof ClientHello hello) {
            Ja4 ja4 = Ja4.of(hello, message.handshake().protocol());
            return Optional.of(new Ja4Forms(ja4.ja4(), ja4.raw(), ja4.rawOriginal()));
        }
        return Optional.empty();
    }

    /**
     * A client's fingerprints in the Network Protocol Fingerprinting forms that need no more than its hello.
     *
     * @param message a message that is a ClientHello
     * @return every such form; none if it is something else
     */
    public static Set<String> npf(Message message) {
        return message.message() instanceof ClientHello hello
                ? Set.of(
                        Npf.of(hello).text(),
                        Npf.sorted(hello).text(),
                        Npf.selected(hello).text())
                : Set.of();
    }
}
