package dev.interloper.core.probe;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failure to read or write means for an exchange. */
final class Endings {

    private static final int MAX_TEXT = 300;

    private Endings() {}

    /** Notes how an exchange ended. */
    static void note(IOException e, @Nullable Handshake handshake, Interruption interruption, Exchange.Builder seen) {
        seen.ending(of(e, handshake, interruption)).failure(text(e));
    }

    private static Ending of(IOException e, @Nullable Handshake handshake, Interruption interruption) {
        if (interruption.isRaised()) {
            return Ending.CANCELLED;
        }
        if (e instanceof TunnelRefusedException) {
            return Ending.TUNNEL_REFUSED;
        }
        if (e instanceof StartTlsRefusedException) {
            return Ending.NOT_TLS;
        }
        if (e instanceof LimitReachedException) {
            return Ending.LIMIT_REACHED;
        }
        if (e instanceof SocketTimeoutException) {
            return Ending.TIMED_OUT;
        }
        if (handshake != null && hasFatalAlert(handshake)) {
            return Ending.ALERT;
        }
        if (handshake != null && handshake.foreignReply().isPresent()) {
            return Ending.NOT_TLS;
        }
        if (e instanceof EOFException) {
            return Ending.CLOSED;
        }
        if (e instanceof SSLException) {
            return text(e).contains("Received fatal alert") ? Ending.ALERT : Ending.FAILED; // sent encrypted
        }
        return Ending.RESET; // what else can befall a connection that stood
    }

    static boolean hasFatalAlert(Handshake handshake) {
        return handshake.alerts().stream()
                .anyMatch(alert -> alert.isFatal() && alert.provenance().direction() == Direction.SERVER_TO_CLIENT);
    }

    /** What the platform's TLS throws at strange bytes is not always what it declares. */
    static IOException asFailure(Exception e) {
        return e instanceof IOException declared ? declared : new SSLException("the platform's TLS failed: " + e, e);
    }

    /** The platform's messages quote what peers sent. */
    static String text(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String safe = Bytes.copyOf(message.getBytes(StandardCharsets.UTF_8)).printable();
        return safe.length() > MAX_TEXT ? safe.substring(0, MAX_TEXT) + "…" : safe;
    }
}
