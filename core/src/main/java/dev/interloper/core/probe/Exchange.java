package dev.interloper.core.probe;

import dev.interloper.certs.CertificateChain;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.wire.Bytes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection that a probe made: whom it dialled, what it said and what came back. What was not seen is absent, never a guess.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Exchange {

    private final ProbeStep step;
    private final String host;
    private final int port;
    private final @Nullable String serverNameSent;
    private final @Nullable String dialled;
    private final TcpOutcome tcp;
    private final Duration tcpTime;
    private final @Nullable Bytes proxyReply;
    private final Ending ending;
    private final @Nullable String failure;
    private final @Nullable Handshake handshake;
    private final CertificateChain chain;
    private final @Nullable Negotiated negotiated;
    private final Bytes received;
    private final @Nullable Duration replyTime;
    private final @Nullable Bytes page;
    private final @Nullable Boolean trustedByPlatform;
    private final boolean clientCertificateRequested;

    private Exchange(Builder from) {
        step = from.step;
        host = from.host;
        port = from.port;
        serverNameSent = from.serverNameSent;
        dialled = from.dialled;
        tcp = from.tcp;
        tcpTime = from.tcpTime;
        proxyReply = from.proxyReply;
        ending = from.ending;
        failure = from.failure;
        handshake = from.handshake;
        chain = from.chain;
        negotiated = from.negotiated;
        received = from.received;
        replyTime = from.replyTime;
        page = from.page;
        trustedByPlatform = from.trustedByPlatform;
        clientCertificateRequested = from.clientCertificateRequested;
    }

    /**
     * A builder.
     *
     * @param step what the exchange is for
     * @param host the name or address of the destination
     * @param port its TCP port
     * @return a builder of an exchange that was not tried
     */
    public static Builder of(ProbeStep step, String host, int port) {
        return new Builder(step, host, port);
    }

    /**
     * What the exchange is for.
     *
     * @return the step
     */
    public ProbeStep step() {
        return step;
    }

    /**
     * The destination.
     *
     * @return a name or an address, as it was asked for
     */
    public String host() {
        return host;
    }

    /**
     * The destination's port.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return port;
    }

    /**
     * The host that the hello named (SNI, RFC 6066 section 3).
     *
     * @return empty if it named none
     */
    public Optional<String> serverNameSent() {
        return Optional.ofNullable(serverNameSent);
    }

    /**
     * The endpoint of the TCP connection: the server's, or the proxy's.
     *
     * @return {@code address:port} in text form; empty if none was known
     */
    public Optional<String> dialled() {
        return Optional.ofNullable(dialled);
    }

    /**
     * What became of the TCP connection.
     *
     * @return the outcome
     */
    public TcpOutcome tcp() {
        return tcp;
    }

    /**
     * How long connecting took, or how long it was waited for.
     *
     * @return zero if it was not tried
     */
    public Duration tcpTime() {
        return tcpTime;
    }

    /**
     * What the proxy said to the request for a tunnel, as received: the head, and the start of the body if it refused.
     *
     * @return empty without a proxy, or if it said nothing; a SOCKS proxy's reply is its bytes
     */
    public Optional<Bytes> proxyReply() {
        return Optional.ofNullable(proxyReply);
    }

    /**
     * How it ended.
     *
     * @return the ending
     */
    public Ending ending() {
        return ending;
    }

    /**
     * What the platform said of a failure.
     *
     * @return English text, safe to print; empty if nothing failed
     */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * The handshake as its bytes show it.
     *
     * @return empty if no hello was sent
     */
    public Optional<Handshake> handshake() {
        return Optional.ofNullable(handshake);
    }

    /**
     * The certificates that the server sent, decrypted if they were encrypted.
     *
     * @return as presented, trusted or not; empty if none came
     */
    public CertificateChain chain() {
        return chain;
    }

    /**
     * Whether the server asked for a certificate of the client, in the clear or encrypted.
     *
     * @return false if it did not, or did not come to it
     */
    public boolean clientCertificateRequested() {
        return clientCertificateRequested;
    }

    /**
     * What was agreed on.
     *
     * @return empty unless the handshake was completed
     */
    public Optional<Negotiated> negotiated() {
        return Optional.ofNullable(negotiated);
    }

    /**
     * The first bytes that came back to the hello, as received.
     *
     * @return at most 1,024; empty if nothing came
     */
    public Bytes received() {
        return received;
    }

    /**
     * From the hello to the first byte of the answer.
     *
     * @return empty if nothing came
     */
    public Optional<Duration> replyTime() {
        return Optional.ofNullable(replyTime);
    }

    /**
     * The HTTP reply to a page that was requested, as received and decrypted.
     *
     * @return at most 64 KiB and its head; empty if none was requested, or nothing came
     */
    public Optional<Bytes> page() {
        return Optional.ofNullable(page);
    }

    /**
     * Whether this Java installation, with the trust store that it uses when nobody says otherwise, would have trusted the chain.
     * The host's name is not looked at.
     *
     * @return empty where there is no chain, or no trust store
     */
    public Optional<Boolean> trustedByPlatform() {
        return Optional.ofNullable(trustedByPlatform);
    }

    /** The step, the destination and how it ended. */
    @Override
    public String toString() {
        return step + " " + host + ":" + port + ": "
                + (tcp == TcpOutcome.CONNECTED ? ending.toString() : tcp.toString());
    }

    /** Collects what was seen. Not thread-safe. */
    public static final class Builder {

        private final ProbeStep step;
        private final String host;
        private final int port;
        private @Nullable String serverNameSent;
        private @Nullable String dialled;
        private TcpOutcome tcp = TcpOutcome.NOT_TRIED;
        private Duration tcpTime = Duration.ZERO;
        private @Nullable Bytes proxyReply;
        private Ending ending = Ending.NOT_CONNECTED;
        private @Nullable String failure;
        private @Nullable Handshake handshake;
        private CertificateChain chain = CertificateChain.empty();
        private @Nullable Negotiated negotiated;
        private Bytes received = Bytes.copyOf(new byte[0]);
        private @Nullable Duration replyTime;
        private @Nullable Bytes page;
        private @Nullable Boolean trustedByPlatform;
        private boolean clientCertificateRequested;

        private Builder(ProbeStep step, String host, int port) {
            this.step = Objects.requireNonNull(step, "step");
            this.host = Objects.requireNonNull(host, "host");
            this.port = port;
        }

        /**
         * The name in the hello.
         *
         * @param name the name that was sent
         * @return this
         */
        public Builder serverNameSent(String name) {
            serverNameSent = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * The TCP connection.
         *
         * @param endpoint {@code address:port}
         * @param outcome what became of it
         * @param took how long
         * @return this
         */
        public Builder tcp(String endpoint, TcpOutcome outcome, Duration took) {
            dialled = Objects.requireNonNull(endpoint, "endpoint");
            tcp = Objects.requireNonNull(outcome, "outcome");
            tcpTime = Objects.requireNonNull(took, "took");
            return this;
        }

        /**
         * The proxy's reply.
         *
         * @param reply as received
         * @return this
         */
        public Builder proxyReply(Bytes reply) {
            proxyReply = Objects.requireNonNull(reply, "reply");
            return this;
        }

        /**
         * How it ended.
         *
         * @param how the ending
         * @return this
         */
        public Builder ending(Ending how) {
            ending = Objects.requireNonNull(how, "how");
            return this;
        }

        /**
         * Why it failed.
         *
         * @param why English text, safe to print
         * @return this
         */
        public Builder failure(String why) {
            failure = Objects.requireNonNull(why, "why");
            return this;
        }

        /**
         * The handshake.
         *
         * @param seen as the tap saw it
         * @return this
         */
        public Builder handshake(Handshake seen) {
            handshake = Objects.requireNonNull(seen, "seen");
            return this;
        }

        /**
         * The certificates.
         *
         * @param presented as the server sent them
         * @return this
         */
        public Builder chain(CertificateChain presented) {
            chain = Objects.requireNonNull(presented, "presented");
            return this;
        }

        /**
         * Says that the server asked for a certificate of the client.
         *
         * @return this
         */
        public Builder clientCertificateRequested() {
            clientCertificateRequested = true;
            return this;
        }

        /**
         * What was agreed on.
         *
         * @param agreed of a completed handshake
         * @return this
         */
        public Builder negotiated(Negotiated agreed) {
            negotiated = Objects.requireNonNull(agreed, "agreed");
            return this;
        }

        /**
         * The first bytes that came back.
         *
         * @param bytes at most 1,024 are kept
         * @param after how long after the hello the first of them came
         * @return this
         */
        public Builder received(Bytes bytes, Duration after) {
            received = bytes.length() > 1024 ? bytes.slice(0, 1024) : bytes;
            replyTime = Objects.requireNonNull(after, "after");
            return this;
        }

        /**
         * The page.
         *
         * @param reply the HTTP reply as received
         * @return this
         */
        public Builder page(Bytes reply) {
            page = Objects.requireNonNull(reply, "reply");
            return this;
        }

        /**
         * What this Java installation thinks of the chain.
         *
         * @param trusted whether it would have trusted it
         * @return this
         */
        public Builder trustedByPlatform(boolean trusted) {
            trustedByPlatform = trusted;
            return this;
        }

        /**
         * What was collected.
         *
         * @return an immutable exchange
         */
        public Exchange build() {
            return new Exchange(this);
        }
    }
}
