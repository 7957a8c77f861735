package dev.interloper.boards.library;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.secrets.KeyLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The library's entries that the board uses, in one place, and what it does not have yet as empty. */
public final class Library {

    /** Some test captures hold more in a connection than any real handshake does. */
    public static final Limits LIMITS = Limits.defaults();

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

    private Library() {}

    static List<Handshake> read(Path capture, KeyLog keys) {
        return Capture.file(capture).withLimits(LIMITS).handshakes();
    }

    static boolean isOverStream(Handshake handshake) {
        return protocol(handshake).equals("tls");
    }

    static String protocol(Handshake handshake) {
        return "tls";
    }

    /**
     * A client's JA3.
     *
     * @param hello its hello
     * @return empty where the library cannot
     */
    public static Optional<Ja3Forms> ja3(ClientHello hello) {
        return Optional.empty();
    }

    /**
     * A server's JA3S.
     *
     * @param hello its hello
     * @return empty where the library cannot
     */
    public static Optional<Ja3Forms> ja3s(ServerHello hello) {
        return Optional.empty();
    }

    /**
     * A client's JA4.
     *
     * @param hello a message that is a ClientHello
     * @return empty where the library cannot
     */
    public static Optional<Ja4Forms> ja4(Message hello) {
        return Optional.empty();
    }

    /**
     * A client's fingerprints in the Network Protocol Fingerprinting forms.
     *
     * @param hello a message that is a ClientHello
     * @return every form that the library has
     */
    public static Set<String> npf(Message hello) {
        return Set.of();
    }
}
