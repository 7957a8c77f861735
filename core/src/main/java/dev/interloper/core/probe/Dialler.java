package dev.interloper.core.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens TCP connections: to each address in turn until one answers. */
final class Dialler {

    /** A server with many addresses that are all silent must not use up the whole probe. */
    private static final int MAX_ADDRESSES = 4;

    private final Sockets sockets;
    private final @Nullable InetAddress bindAddress;
    private final Duration patience;
    private final Clock clock;
    private final Interruption interruption;

    /** What became of it; the socket only if it is connected. */
    record Dialled(
            String endpoint,
            TcpOutcome outcome,
            Duration took,
            Instant start,
            @Nullable Socket socket,
            Optional<String> failure) {

        boolean isConnected() {
            return socket != null;
        }

        void note(Exchange.Builder seen) {
            if (outcome != TcpOutcome.NOT_TRIED) {
                seen.tcp(endpoint, outcome, took);
            }
            failure.ifPresent(seen::failure);
        }
    }

    Dialler(
            Sockets sockets,
            @Nullable InetAddress bindAddress,
            Duration patience,
            Clock clock,
            Interruption interruption) {
        this.sockets = sockets;
        this.bindAddress = bindAddress;
        this.patience = patience;
        this.clock = clock;
        this.interruption = interruption;
    }

    Dialled dial(List<InetAddress> addresses, int port, Deadline deadline) {
        Dialled last = new Dialled("", TcpOutcome.NOT_TRIED, Duration.ZERO, clock.instant(), null, Optional.empty());
        List<InetAddress> tried = addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size()));
        Deadline inAll = deadline.within(patience);
        for (int i = 0; i < tried.size(); i++) {
            if (inAll.isOver() || interruption.isRaised()) {
                return last;
            }
            Deadline fair = inAll.within(inAll.left().dividedBy(tried.size() - i));
            last = dial(new InetSocketAddress(tried.get(i), port), fair);
            if (last.isConnected()) {
                return last;
            }
        }
        return last;
    }

    private Dialled dial(InetSocketAddress endpoint, Deadline deadline) {
        Instant start = clock.instant();
        Socket socket;
        try {
            socket = sockets.open();
        } catch (IOException e) {
            return new Dialled(
                    text(endpoint), TcpOutcome.FAILED, Duration.ZERO, start, null, Optional.of(Endings.text(e)));
        }
        Runnable closing = () -> close(socket);
        interruption.onCancel(closing);
        TcpOutcome outcome;
        String failure;
        try {
            if (bindAddress != null) {
                socket.bind(new InetSocketAddress(bindAddress, 0));
            }
            socket.setTcpNoDelay(true);
            socket.connect(endpoint, deadline.leftMillis());
            return new Dialled(
                    text(endpoint),
                    TcpOutcome.CONNECTED,
                    Duration.between(start, clock.instant()),
                    start,
                    socket,
                    Optional.empty());
        } catch (IOException e) {
            outcome = outcome(e);
            failure = Endings.text(e);
        } finally {
            interruption.forget(closing);
        }
        close(socket);
        return new Dialled(
                text(endpoint),
                interruption.isRaised() ? TcpOutcome.NOT_TRIED : outcome,
                Duration.between(start, clock.instant()),
                start,
                null,
                Optional.of(failure));
    }

    /** Java tells refusal and unreachability by the type, but a reset while connecting only by the text. */
    private static TcpOutcome outcome(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException) {
            return TcpOutcome.TIMED_OUT;
        }
        if (e instanceof NoRouteToHostException
                || e instanceof PortUnreachableException
                || text.contains("unreachable")
                || text.contains("no route")) {
            return TcpOutcome.UNREACHABLE;
        }
        if (e instanceof InterruptedIOException) {
            return TcpOutcome.NOT_TRIED;
        }
        if (text.contains("timed out")) {
            return TcpOutcome.TIMED_OUT;
        }
        return e instanceof ConnectException && text.contains("refused") ? TcpOutcome.REFUSED : TcpOutcome.FAILED;
    }

    static String text(InetSocketAddress endpoint) {
        String address = endpoint.getAddress().getHostAddress();
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + endpoint.getPort();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // nothing was sent over it
        }
    }
}
