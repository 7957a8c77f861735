package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A whole handshake by the platform's TLS, and a page behind it if one is asked for. */
final class HandshakeExchange {

    /** Session tickets of TLS 1.3 come after the handshake, unasked. */
    private static final Duration TICKETS = Duration.ofMillis(250);

    private final Connector connector;
    private final PlatformTls tls;
    private final Interruption interruption;

    HandshakeExchange(Connector connector, PlatformTls tls, Interruption interruption) {
        this.connector = connector;
        this.tls = tls;
        this.interruption = interruption;
    }

    /** Shakes hands. */
    Exchange run(ProbeStep step, Destination to, @Nullable String serverName, boolean wait, Deadline deadline) {
        Exchange.Builder seen = Exchange.of(step, to.host(), to.port());
        connector.open(to, true, seen, deadline).ifPresent(opened -> {
            try {
                TlsLink link = shakeHands(opened, to, serverName, seen);
                if (wait && link != null) {
                    opened.tcp().waitUntil(deadline.within(TICKETS));
                    awaitTickets(link);
                }
                farewell(link, opened);
            } finally {
                opened.link().close();
            }
        });
        return seen.build();
    }

    /** Shakes hands and requests a page. */
    Exchange page(ProbeStep step, Destination to, @Nullable String serverName, String hostHeader, Deadline deadline) {
        Exchange.Builder seen = Exchange.of(step, to.host(), to.port());
        connector.open(to, true, seen, deadline).ifPresent(opened -> {
            try {
                TlsLink link = shakeHands(opened, to, serverName, seen);
                if (link != null) {
                    Optional<Bytes> page = PageRequest.get(link, "/", hostHeader);
                    page.ifPresent(seen::page);
                    seen.ending(page.isPresent() ? Ending.COMPLETE : Ending.CLOSED);
                    farewell(link, opened);
                }
            } catch (IOException e) {
                Endings.note(e, opened.handshake(), interruption, seen);
            } finally {
                opened.link().close();
            }
        });
        return seen.build();
    }

    private @Nullable TlsLink shakeHands(
            Opened opened, Destination to, @Nullable String serverName, Exchange.Builder seen) {
        if (serverName != null) {
            seen.serverNameSent(serverName);
        }
        opened.link().expectReply();
        SSLEngine engine;
        try {
            engine = tls.engine(to.host(), to.port(), serverName);
        } catch (IllegalArgumentException e) {
            seen.ending(Ending.FAILED).failure("the platform's TLS does not take this name: " + Endings.text(e));
            return null;
        }
        TlsLink link = new TlsLink(opened.link(), engine);
        IOException failure = null;
        try {
            SSLSession session = link.handshake();
            Handshake handshake = opened.handshake();
            seen.negotiated(PlatformTls.negotiated(engine, session, handshake.isResumed()))
                    .ending(Ending.COMPLETE);
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) { // the platform's parsers are not ours
            failure = new IOException("the platform's TLS failed: " + e, e);
        }
        Handshake handshake = opened.handshake();
        seen.handshake(handshake).chain(chain());
        PlatformTrust.of(tls.chain()).ifPresent(seen::trustedByPlatform);
        opened.link().replyTime().ifPresent(time -> seen.received(opened.link().received(), time));
        if (failure != null) {
            Endings.note(failure, handshake, interruption, seen);
            return null;
        }
        return link;
    }

    private CertificateChain chain() {
        List<X509Certificate> presented = tls.chain();
        return presented.isEmpty() ? CertificateChain.empty() : CertificateChain.of(presented);
    }

    private static void awaitTickets(TlsLink link) {
        try {
            int count = link.read(new byte[1024]);
            while (count > 0) {
                count = link.read(new byte[1024]);
            }
        } catch (SocketTimeoutException e) {
            return; // whatever was to come has come
        } catch (IOException e) {
            return; // the handshake is over; what comes after it is no part of it
        }
    }

    private static void farewell(@Nullable TlsLink link, Opened opened) {
        if (link == null) {
            opened.link().close();
        } else {
            link.close();
        }
    }
}
