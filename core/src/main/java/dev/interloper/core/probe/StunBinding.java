package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks for a STUN binding over UDP, RFC 8489 section 2, and asks again when nothing comes. */
final class StunBinding {

    static final int PORT = 3478;

    private static final int COOKIE = 0x2112a442;
    private static final int HEADER = 20;
    private static final int SUCCESS = 0x0101;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int BINDING_REQUEST = 1;
    private static final int MAX_DATAGRAM = 1500;
    private static final int SLICE_MILLIS = 100;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final Options options;
    private final Clock clock;
    private final Interruption interruption;

    StunBinding(Options options, Interruption interruption) {
        this.options = options;
        clock = options.clock();
        this.interruption = interruption;
    }

    DatagramReply ask(InetAddress server, Deadline deadline) {
        Instant start = clock.instant();
        InetSocketAddress endpoint = new InetSocketAddress(server, options.stunPort());
        byte[] transaction = new byte[12];
        options.random().nextBytes(transaction);
        DatagramReply.Outcome outcome;
        Optional<String> mapped = Optional.empty();
        try (DatagramSocket socket = socket()) {
            Runnable closing = socket::close;
            interruption.onCancel(closing);
            try {
                socket.connect(endpoint);
                Answer answer = ask(socket, transaction, deadline);
                outcome = answer.outcome();
                mapped = answer.mapped();
            } finally {
                interruption.forget(closing);
            }
        } catch (PortUnreachableException e) {
            outcome = DatagramReply.Outcome.REFUSED;
        } catch (IOException e) { // also when a cancellation closed the socket: then nothing had come
            outcome = interruption.isRaised() ? DatagramReply.Outcome.SILENT : DatagramReply.Outcome.FAILED;
        }
        return new DatagramReply(
                server.getHostAddress(), options.stunPort(), outcome, mapped, Duration.between(start, clock.instant()));
    }

    private DatagramSocket socket() throws IOException {
        return new DatagramSocket(new InetSocketAddress(options.bindAddress().orElse(null), 0)); // null is any address
    }

    private record Answer(DatagramReply.Outcome outcome, Optional<String> mapped) {}

    /** Each wait is twice as long as the one before (RFC 8489 section 6.2.1), so that garbage does not make us send more. */
    private Answer ask(DatagramSocket socket, byte[] transaction, Deadline deadline) throws IOException {
        byte[] request = ByteBuffer.allocate(HEADER)
                .putInt(BINDING_REQUEST << 16)
                .putInt(COOKIE)
                .put(transaction)
                .array();
        Answer answer = new Answer(DatagramReply.Outcome.SILENT, Optional.empty());
        Duration wait = FIRST_WAIT;
        while (!deadline.isOver() && !interruption.isRaised()) {
            socket.send(new DatagramPacket(request, request.length));
            Deadline next = deadline.within(wait);
            while (!next.isOver() && !interruption.isRaised()) {
                Bytes reply = receive(socket, next);
                if (isSuccess(reply, transaction)) {
                    return new Answer(DatagramReply.Outcome.ANSWERED, mapped(reply));
                }
                if (!reply.isEmpty()) {
                    answer = new Answer(DatagramReply.Outcome.GARBLED, Optional.empty());
                }
            }
            wait = wait.multipliedBy(2);
        }
        return answer;
    }

    /** Empty if nothing came; a thread that waits in a socket does not notice an interruption before it wakes. */
    private static Bytes receive(DatagramSocket socket, Deadline deadline) throws IOException {
        DatagramPacket received = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        socket.setSoTimeout(Math.min(SLICE_MILLIS, deadline.leftMillis()));
        try {
            socket.receive(received);
            return Bytes.copyOf(received.getData(), 0, received.getLength());
        } catch (SocketTimeoutException e) {
            return Bytes.EMPTY;
        }
    }

    private static boolean isSuccess(Bytes reply, byte[] transaction) {
        return reply.length() >= HEADER
                && u16(reply, 0) == SUCCESS
                && (u16(reply, 4) << 16 | u16(reply, 6)) == COOKIE
                && reply.slice(8, 12).equals(Bytes.copyOf(transaction));
    }

    /** Masked if it is there: some gateways rewrite what they take for an address. */
    static Optional<String> mapped(Bytes reply) {
        return attribute(reply, XOR_MAPPED_ADDRESS).or(() -> attribute(reply, MAPPED_ADDRESS));
    }

    private static Optional<String> attribute(Bytes reply, int wanted) {
        int at = HEADER;
        while (at + 4 <= reply.length()) {
            int type = u16(reply, at);
            int length = u16(reply, at + 2);
            if (at + 4 + length > reply.length()) {
                return Optional.empty();
            }
            if (type == wanted) {
                return address(reply, at + 4, length, type == XOR_MAPPED_ADDRESS);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return Optional.empty();
    }

    private static Optional<String> address(Bytes reply, int at, int length, boolean masked) {
        boolean v4 = length == 8 && reply.at(at + 1) == 1;
        boolean v6 = length == 20 && reply.at(at + 1) == 2;
        if (!v4 && !v6) {
            return Optional.empty();
        }
        int port = u16(reply, at + 2) ^ (masked ? COOKIE >>> 16 : 0);
        byte[] octets = new byte[v4 ? 4 : 16];
        for (int i = 0; i < octets.length; i++) { // RFC 8489 section 14.2: by the cookie, then the transaction
            octets[i] = (byte) (reply.at(at + 4 + i) ^ (masked ? reply.at(4 + i) : 0));
        }
        try {
            return Optional.of(Dialler.text(new InetSocketAddress(InetAddress.getByAddress(octets), port)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int u16(Bytes bytes, int at) {
        return bytes.at(at) << 8 | bytes.at(at + 1);
    }
}
