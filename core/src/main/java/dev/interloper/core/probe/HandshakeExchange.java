package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.Handshake;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A whole handshake by the platform's TLS, and a page behind it if one is asked for. */
final class HandshakeExchange {

    /** Session tickets of TLS 1.3 come after the handshake, unasked; a refusal of the client's certificate does, too. */
    private static final Duration AFTERMATH = Duration.ofMillis(250);

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
        return run(step, to, serverName, deadline, (link, opened, seen) -> {
            boolean tickets = wait && opened.handshake().version().isPresent();
            if (tickets || tls.clientCertificateRequested()) {
                opened.tcp().waitNoLongerThan(AFTERMATH);
                awaitAftermath(link);
            }
        });
    }

    /** Shakes hands and requests a page. */
    Exchange page(ProbeStep step, Destination to, @Nullable String serverName, String hostHeader, Deadline deadline) {
        return run(
                step,
                to,
                serverName,
                deadline,
                (link, opened, seen) -> new PageRequest(link).get("/", hostHeader, seen));
    }

    /** What follows a completed handshake. */
    @FunctionalInterface
    private interface Sequel {
        void play(TlsLink link, Opened opened, Exchange.Builder seen) throws IOException;
    }

    private Exchange run(
            ProbeStep step, Destination to, @Nullable String serverName, Deadline deadline, Sequel sequel) {
        Exchange.Builder seen = Exchange.of(step, to.host(), to.port());
        connector.open(to, true, seen, deadline).ifPresent(opened -> {
            Link toClose = opened.link();
            try {
                SSLEngine engine = tls.engine(to.host(), to.port(), serverName);
                TlsLink link = new TlsLink(opened.link(), engine);
                shakeHands(opened, link, engine, serverName, seen);
                toClose = link;
                sequel.play(link, opened, seen);
            } catch (IOException | RuntimeException e) { // the platform's parsers are not ours
                Endings.note(Endings.asFailure(e), opened.handshake(), interruption, seen);
            } finally {
                toClose.close();
            }
        });
        return seen.build();
    }

    private void shakeHands(
            Opened opened, TlsLink link, SSLEngine engine, @Nullable String serverName, Exchange.Builder seen)
            throws IOException {
        opened.link().expectReply();
        try {
            SSLSession session = link.handshake();
            seen.negotiated(PlatformTls.negotiated(
                            engine, session, opened.handshake().isResumed()))
                    .ending(Ending.COMPLETE);
        } finally {
            note(opened, serverName, seen);
        }
    }

    private void note(Opened opened, @Nullable String serverName, Exchange.Builder seen) {
        if (!opened.link().hasAsked()) {
            return;
        }
        if (serverName != null) {
            seen.serverNameSent(serverName);
        }
        Handshake handshake = opened.handshake();
        CertificateChain inTheClear = PresentedChain.of(handshake);
        seen.handshake(handshake).chain(inTheClear.size() > 0 ? inTheClear : CertificateChain.of(tls.chain()));
        PlatformTrust.of(tls.chain()).ifPresent(seen::trustedByPlatform);
        if (tls.clientCertificateRequested()) {
            seen.clientCertificateRequested();
        }
        opened.link().replyTime().ifPresent(time -> seen.received(opened.link().received(), time));
    }

    /** Only an alert matters: whatever else comes is none of ours, and so is its end. */
    private static void awaitAftermath(TlsLink link) throws IOException {
        byte[] ignored = new byte[1024];
        try {
            while (link.read(ignored) >= 0) {
                // on to the end
            }
        } catch (SocketTimeoutException | EOFException e) {
            return; // whatever was to come has come
        } catch (SSLException e) {
            throw e;
        } catch (IOException e) {
            return; // the handshake was complete before
        }
    }
}
