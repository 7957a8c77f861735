package dev.interloper.core.probe;

import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.tap.HandshakeTap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the way to a destination: TCP, the proxy, and what comes before TLS. */
final class Connector {

    private static final int MAX_MESSAGE_BYTES = 256 * 1024;

    /** A proxy that refuses says why in a page; it may keep the connection open behind it. */
    private static final Duration REFUSAL = Duration.ofSeconds(1);

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

    /** Opens the way, through the proxy if there is one, and nothing more. */
    Exchange openOnly(ProbeStep step, Destination to, Deadline deadline) {
        Exchange.Builder seen = Exchange.of(step, to.host(), to.port());
        open(to, false, seen, deadline).ifPresent(opened -> {
            seen.ending(Ending.COMPLETE);
            opened.link().close();
        });
        return seen.build();
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
        dialled.note(seen);
        if (interruption.isRaised()) {
            seen.ending(Ending.CANCELLED);
        }
        Socket socket = dialled.socket();
        if (socket == null) {
            return Optional.empty();
        }
        TcpLink tcp = new TcpLink(socket, deadline.within(options.patience()), interruption);
        Clock clock = options.clock();
        HandshakeReader reader = HandshakeReader.create(
                Limits.builder().maxMessageBytes(MAX_MESSAGE_BYTES).build());
        HandshakeTap tap = HandshakeTap.ofClient(reader).withClock(() -> nanos(clock.instant()));
        Link nearest = tcp;
        try {
            if (proxy != null && proxy.kind() == ProxyServer.Kind.HTTPS) {
                String name = Addresses.isLiteral(proxy.host()) ? null : proxy.host();
                TlsLink outer = new TlsLink(
                        tcp, new PlatformTls(null, List.of(), List.of()).engine(proxy.host(), proxy.port(), name));
                nearest = outer;
                outer.handshake();
            }
            TappedLink link = new TappedLink(nearest, tap, clock);
            introduce(tcp, link, proxy, to, startTls, seen);
            return Optional.of(new Opened(tcp, link, reader, conversation(dialled, socket)));
        } catch (IOException | RuntimeException e) { // the platform's parsers are not ours
            Endings.note(Endings.asFailure(e), null, interruption, seen);
            nearest.close();
            return Optional.empty();
        }
    }

    private void introduce(
            TcpLink tcp,
            TappedLink link,
            @Nullable ProxyServer proxy,
            Destination to,
            boolean startTls,
            Exchange.Builder seen)
            throws IOException {
        if (proxy != null) {
            Inbox inbox = new Inbox(link);
            try {
                new ProxyDialogue(proxy).open(link, inbox, to.host(), to.port());
            } catch (TunnelRefusedException e) {
                tcp.waitNoLongerThan(REFUSAL);
                inbox.restOfReply();
                throw e;
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

    /** As a capture beside the client would show it; the handshake of TCP has no bytes, and no numbers of packets here. */
    private static Conversation conversation(Dialler.Dialled dialled, Socket socket) {
        Endpoint client = new Endpoint(socket.getLocalAddress(), socket.getLocalPort());
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        long syn = nanos(dialled.start());
        return Conversation.between(client, new Endpoint(remote.getAddress(), remote.getPort()))
                .syn(new PacketRef(0, syn, 0), 0)
                .synAck(new PacketRef(0, syn + dialled.took().toNanos(), 0), 0)
                .build();
    }

    private static long nanos(Instant now) {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
