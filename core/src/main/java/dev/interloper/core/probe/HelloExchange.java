package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.PseudoTls;
import dev.interloper.handshake.record.TlsVersion;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends a hello of our own and reads the answer in the clear; what follows a handshake never does. */
final class HelloExchange {

    private static final byte[] CLOSE_NOTIFY = {21, 3, 1, 0, 2, 1, 0};

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
        connector.open(to, true, seen, deadline).ifPresent(opened -> {
            if (ask(opened, hello, any -> false, seen) == Ending.COMPLETE) {
                leave(opened.link());
            }
            opened.link().close();
        });
        return seen.build();
    }

    /** Behind the reply that the dialect prescribes nothing may be said but STUN: the connection is closed without a word. */
    Exchange pseudo(PseudoHello hello, Destination to, Deadline deadline) {
        Exchange.Builder seen = Exchange.of(hello.step(), to.host(), to.port());
        connector.open(to, false, seen, deadline).ifPresent(opened -> {
            ask(opened, hello.bytes(), HelloExchange::isExact, seen);
            opened.link().close();
        });
        return seen.build();
    }

    private static boolean isExact(Opened opened) {
        return PseudoTls.of(opened.handshake())
                .filter(reply -> reply.reply() == PseudoTls.Reply.EXACT)
                .isPresent();
    }

    private @Nullable Ending ask(Opened opened, byte[] hello, Predicate<Opened> isWhole, Exchange.Builder seen) {
        opened.link().expectReply();
        Ending ending = null;
        IOException failure = null;
        try {
            opened.link().write(hello);
            ending = awaitEnd(opened, isWhole);
            seen.ending(ending);
        } catch (IOException e) {
            failure = e;
        }
        seen.handshake(opened.handshake());
        boolean cut = presented(opened, seen);
        opened.link().replyTime().ifPresent(time -> seen.received(opened.link().received(), time));
        if (failure != null) {
            Endings.note(failure, opened.handshake(), interruption, seen);
        } else if (cut) {
            seen.ending(Ending.LIMIT_REACHED);
        }
        return ending;
    }

    /** Notes the chain; false if all of it was. */
    private static boolean presented(Opened opened, Exchange.Builder seen) {
        CertificateChain chain = PresentedChain.of(opened.handshake());
        seen.chain(chain);
        return PresentedChain.isCut(opened.handshake());
    }

    private static Ending awaitEnd(Opened opened, Predicate<Opened> isWhole) throws IOException {
        FlightEnd end = new FlightEnd();
        byte[] chunk = new byte[8192];
        while (true) {
            int count = opened.link().read(chunk);
            if (count < 0) {
                throw new EOFException("the peer closed the connection");
            }
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
                    if (isWhole.test(opened)) {
                        return Ending.COMPLETE;
                    }
                }
            }
        }
    }

    private static void leave(Link link) {
        try {
            link.write(CLOSE_NOTIFY);
        } catch (IOException e) {
            return; // the farewell is a courtesy
        }
    }
}
