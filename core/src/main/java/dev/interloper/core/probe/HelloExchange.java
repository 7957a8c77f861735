package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.record.TlsVersion;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends a hello of our own and reads the answer in the clear; what follows a handshake never does. */
final class HelloExchange {

    private static final byte[] CLOSE_NOTIFY = {21, 3, 3, 0, 2, 1, 0};

    private final Connector connector;
    private final Interruption interruption;

    HelloExchange(Connector connector, Interruption interruption) {
        this.connector = connector;
        this.interruption = interruption;
    }

    Exchange classic(
            Destination to,
            @Nullable String serverName,
            TlsVersion version,
            List<String> protocols,
            RandomGenerator random,
            Deadline deadline) {
        Exchange.Builder seen = Exchange.of(ProbeStep.CLASSIC_HELLO, to.host(), to.port());
        if (serverName != null) {
            seen.serverNameSent(serverName);
        }
        byte[] hello = ClassicHello.record(version, serverName, protocols, random);
        return run(to, hello, Integer.MAX_VALUE, true, seen, deadline);
    }

    Exchange pseudo(PseudoHello hello, Destination to, Deadline deadline) {
        Exchange.Builder seen = Exchange.of(hello.step(), to.host(), to.port());
        return run(to, hello.bytes(), hello.replyLength(), false, seen, deadline);
    }

    private Exchange run(
            Destination to, byte[] hello, int wholeReply, boolean startTls, Exchange.Builder seen, Deadline deadline) {
        connector.open(to, startTls, seen, deadline).ifPresent(opened -> {
            try {
                opened.link().expectReply();
                opened.link().write(hello);
                seen.ending(awaitEnd(opened.link(), wholeReply));
                if (startTls) {
                    opened.link().write(CLOSE_NOTIFY);
                }
                note(opened, seen);
            } catch (IOException e) {
                note(opened, seen);
                Endings.note(e, opened.handshake(), interruption, seen);
            } finally {
                opened.link().close();
            }
        });
        return seen.build();
    }

    private static Ending awaitEnd(Link link, int wholeReply) throws IOException {
        FlightEnd end = new FlightEnd();
        byte[] chunk = new byte[8192];
        int total = 0;
        while (true) {
            int count = link.read(chunk);
            if (count < 0) {
                throw new EOFException("the peer closed the connection");
            }
            total += count;
            switch (end.take(chunk, count)) {
                case DONE -> {
                    return Ending.COMPLETE;
                }
                case ALERT -> {
                    return Ending.ALERT;
                }
                case NOT_TLS -> {
                    return Ending.NOT_TLS;
                }
                case OPEN -> {
                    if (total == wholeReply) {
                        return Ending.COMPLETE;
                    }
                }
            }
        }
    }

    private static void note(Opened opened, Exchange.Builder seen) {
        Handshake handshake = opened.handshake();
        seen.handshake(handshake);
        handshake
                .serverCertificate()
                .map(message -> CertificateChain.parse(message.entries().stream()
                        .map(entry -> entry.der().toByteArray())
                        .toList()))
                .ifPresent(seen::chain);
        opened.link().replyTime().ifPresent(time -> seen.received(opened.link().received(), time));
    }
}
