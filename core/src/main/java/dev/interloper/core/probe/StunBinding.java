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
import java.util.random.RandomGenerator;

/** Asks for a STUN binding over UDP, RFC 8489 section 2, and asks again when nothing comes. */
final class StunBinding {

    static final int PORT = 3478;

    private static final int COOKIE = 0x2112a442;
    private static final int HEADER = 20;
    private static final int SUCCESS = 0x0101;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int REPEAT_MILLIS = 500;

    private final Clock clock;
    private final Interruption interruption;

    StunBinding(Clock clock, Interruption interruption) {
        this.clock = clock;
        this.interruption = interruption;
    }

    DatagramReply ask(InetAddress server, int port, RandomGenerator random, Deadline deadline) {
        Instant start = clock.instant();
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        DatagramReply.Outcome outcome = DatagramReply.Outcome.SILENT;
        Optional<String> mapped = Optional.empty();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(server, port));
            byte[] request = ByteBuffer.allocate(HEADER)
                    .putInt(0x00010000)
                    .putInt(COOKIE)
                    .put(transaction)
                    .array();
            DatagramPacket received = new DatagramPacket(new byte[1500], 1500);
            while (!deadline.isOver() && !interruption.isRaised() && outcome != DatagramReply.Outcome.ANSWERED) {
                socket.send(new DatagramPacket(request, request.length));
                socket.setSoTimeout(Math.min(REPEAT_MILLIS, deadline.leftMillis()));
                try {
                    socket.receive(received);
                } catch (SocketTimeoutException e) {
                    continue;
                }
                Bytes reply = Bytes.copyOf(received.getData(), 0, received.getLength());
                boolean ours = isSuccess(reply, transaction);
                outcome = ours ? DatagramReply.Outcome.ANSWERED : DatagramReply.Outcome.GARBLED;
                mapped = ours ? mapped(reply) : mapped;
            }
        } catch (PortUnreachableException e) {
            outcome = DatagramReply.Outcome.REFUSED;
        } catch (IOException e) {
            outcome = DatagramReply.Outcome.FAILED;
        }
        return new DatagramReply(
                server.getHostAddress(), port, outcome, mapped, Duration.between(start, clock.instant()));
    }

    private static boolean isSuccess(Bytes reply, byte[] transaction) {
        return reply.length() >= HEADER
                && u16(reply, 0) == SUCCESS
                && (u16(reply, 4) << 16 | u16(reply, 6)) == COOKIE
                && reply.slice(8, 12).equals(Bytes.copyOf(transaction));
    }

    /** The first of both attributes that is whole. */
    static Optional<String> mapped(Bytes reply) {
        int at = HEADER;
        while (at + 4 <= reply.length()) {
            int type = u16(reply, at);
            int length = u16(reply, at + 2);
            if (at + 4 + length > reply.length()) {
                return Optional.empty();
            }
            if (type == XOR_MAPPED_ADDRESS || type == MAPPED_ADDRESS) {
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
