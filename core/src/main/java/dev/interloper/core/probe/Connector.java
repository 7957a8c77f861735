package dev.interloper.core.probe;

import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.tap.HandshakeTap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the way to a destination: TCP, the proxy, and what comes before TLS. */
final class Connector {

    private final Options options;
    private final Dialler dialler;
    private final Interruption interruption;
    private final List<InetAddress> proxyAddresses;

    Connector(Options options, Dialler dialler, Interruption interruption, List<InetAddress> proxyAddresses) {
        this.options = options;
        this.dialler = dialler;
        this.interruption = interruption;
        this.proxyAddresses = proxyAddresses;
    }

    /** Opens a TCP connection and nothing more, past the proxy if there is one. */
    void dialOnly(Destination to, Exchange.Builder seen, Deadline deadline) {
        Dialler.Dialled dialled = dialler.dial(to.addresses(), to.port(), deadline);
        note(dialled, seen);
        if (dialled.socket() != null) {
            new TcpLink(dialled.socket(), deadline, interruption).close();
            seen.ending(Ending.COMPLETE);
        }
    }

    /**
     * Opens the whole way.
     *
     * @return empty if that failed; why is noted then
     */
    Optional<Opened> open(Destination to, boolean startTls, Exchange.Builder seen, Deadline deadline) {
        ProxyServer proxy = options.proxy().orElse(null);
        Dialler.Dialled dialled = proxy == null
                ? dialler.dial(to.addresses(), to.port(), deadline)
                : dialler.dial(proxyAddresses, proxy.port(), deadline);
        note(dialled, seen);
        Socket socket = dialled.socket();
        if (socket == null) {
            return Optional.empty();
        }
        Deadline patience = deadline.within(options.patience());
        TcpLink tcp = new TcpLink(socket, patience, interruption);
        Clock clock = options.clock();
        HandshakeTap tap = HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults()))
                .withClock(() -> nanos(clock.instant()));
        TappedLink link = new TappedLink(tcp, tap, clock);
        try {
            if (proxy != null && proxy.kind() == ProxyServer.Kind.HTTPS) {
                TlsLink outer = new TlsLink(
                        tcp, new PlatformTls(null, List.of(), List.of()).engine(proxy.host(), proxy.port(), null));
                outer.handshake();
                link = new TappedLink(outer, tap, clock);
            }
            introduce(link, proxy, to, startTls, seen);
            return Optional.of(new Opened(tcp, link, tap, Opened.local(socket), Opened.remote(socket)));
        } catch (IOException e) {
            Endings.note(e, null, interruption, seen);
            link.close();
            return Optional.empty();
        }
    }

    private void introduce(
            TappedLink link, @Nullable ProxyServer proxy, Destination to, boolean startTls, Exchange.Builder seen)
            throws IOException {
        if (proxy != null) {
            Inbox inbox = new Inbox(link);
            try {
                new ProxyDialogue(proxy).open(link, inbox, to.host(), to.port());
            } finally {
                if (!inbox.all().isEmpty()) {
                    seen.proxyReply(inbox.all());
                }
            }
        }
        if (startTls && options.startTls().isPresent()) {
            new StartTls(link, new Inbox(link)).ask(options.startTls().get(), options.host());
        }
    }

    private static void note(Dialler.Dialled dialled, Exchange.Builder seen) {
        if (dialled.outcome() != TcpOutcome.NOT_TRIED) {
            seen.tcp(dialled.endpoint(), dialled.outcome(), dialled.took());
        }
        dialled.failure().ifPresent(seen::failure);
    }

    private static long nanos(Instant now) {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
