package dev.interloper.handshake.stream;

import dev.interloper.handshake.wire.Bytes;
import java.util.Objects;
import java.util.Optional;

/**
 * What was spoken in one protocol before TLS began on the stream, or would have begun: {@code EHLO … STARTTLS}, a tunnel's
 * opening, and the like. Text is in printable form; what a peer sent as credentials is not kept. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Upgrade {

    /** What became of the request. */
    public enum Answer {
        /** No answer was seen. */
        NONE,
        /** The server agreed. */
        ACCEPTED,
        /** The server declined. */
        REFUSED
    }

    private final UpgradeProtocol protocol;
    private final String banner;
    private final String target;
    private final Bytes request;
    private final Bytes reply;
    private final int status;
    private final int attempts;
    private final Answer answer;
    private final boolean pipelined;

    private Upgrade(Builder from) {
        protocol = from.protocol;
        banner = from.banner;
        target = from.target;
        request = from.request;
        reply = from.reply;
        status = from.status;
        attempts = from.attempts;
        answer = from.answer;
        pipelined = from.pipelined;
    }

    /**
     * A builder of something in which nothing has been said yet.
     *
     * @param protocol what is spoken
     * @return a fresh builder
     */
    public static Builder of(UpgradeProtocol protocol) {
        return new Builder(protocol);
    }

    /**
     * What was spoken.
     *
     * @return the protocol
     */
    public UpgradeProtocol protocol() {
        return protocol;
    }

    /**
     * How the server introduced itself, cut after 512 bytes.
     *
     * @return its first line, or its version; empty if the protocol has no such thing or it was not seen
     */
    public Optional<String> banner() {
        return Optional.of(banner).filter(text -> !text.isEmpty());
    }

    /**
     * What the client wants to be connected to; with the PROXY protocol, the address that it came to.
     *
     * @return {@code host:port} as sent; empty if the protocol names no other host
     */
    public Optional<String> target() {
        return Optional.of(target).filter(text -> !text.isEmpty());
    }

    /**
     * The last line or message that asked for TLS or for the tunnel, without what may be secret.
     *
     * @return its bytes; empty if none was seen
     */
    public Bytes request() {
        return request;
    }

    /**
     * The answer to it.
     *
     * @return its bytes, of HTTP the whole head; empty if none was seen
     */
    public Bytes reply() {
        return reply;
    }

    /**
     * The answer's number in its protocol.
     *
     * @return such as 220 for SMTP, 407 for HTTP, a SOCKS reply code; -1 if there is none
     */
    public int status() {
        return status;
    }

    /**
     * How often the client asked.
     *
     * @return 0 if it did not, or its direction was not captured
     */
    public int attempts() {
        return attempts;
    }

    /**
     * What became of the request.
     *
     * @return the last answer
     */
    public Answer answer() {
        return answer;
    }

    /**
     * Whether the client sent more behind its request before the server agreed: in STARTTLS protocols a sign of a careless
     * client or of injected commands (CVE-2011-0411).
     *
     * @return true if the capture shows it in that order
     */
    public boolean isPipelined() {
        return pipelined;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Upgrade that
                && protocol == that.protocol
                && banner.equals(that.banner)
                && target.equals(that.target)
                && request.equals(that.request)
                && reply.equals(that.reply)
                && status == that.status
                && attempts == that.attempts
                && answer == that.answer
                && pipelined == that.pipelined;
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, banner, target, request, reply, status, attempts, answer, pipelined);
    }

    /** Protocol, target and answer: {@code SOCKS5 www.example.org:443 ACCEPTED}. */
    @Override
    public String toString() {
        return protocol + (target.isEmpty() ? "" : " " + target) + " " + answer;
    }

    /** Collects what is said as it is said. Not thread-safe. */
    public static final class Builder {

        private static final int MAX_BANNER = 512;

        private UpgradeProtocol protocol;
        private String banner = "";
        private String target = "";
        private Bytes request = Bytes.EMPTY;
        private Bytes reply = Bytes.EMPTY;
        private int status = -1;
        private int attempts;
        private Answer answer = Answer.NONE;
        private boolean pipelined;

        private Builder(UpgradeProtocol protocol) {
            this.protocol = protocol;
        }

        /**
         * Corrects the protocol, once more is known.
         *
         * @param value what is spoken
         * @return this
         */
        public Builder protocol(UpgradeProtocol value) {
            protocol = value;
            return this;
        }

        /**
         * How the server introduced itself.
         *
         * @param value its bytes, of which the first are kept
         * @return this
         */
        public Builder banner(Bytes value) {
            banner = value.slice(0, Math.min(value.length(), MAX_BANNER)).printable();
            return this;
        }

        /**
         * What the client wants to be connected to.
         *
         * @param value {@code host:port} in printable form
         * @return this
         */
        public Builder target(String value) {
            target = value;
            return this;
        }

        /**
         * The client asked.
         *
         * @param value the bytes that did it
         * @return this
         */
        public Builder asked(Bytes value) {
            request = value;
            attempts++;
            return this;
        }

        /**
         * The server answered.
         *
         * @param value what it said
         * @param bytes the bytes that did it
         * @param number their number in the protocol, -1 for none
         * @return this
         */
        public Builder answered(Answer value, Bytes bytes, int number) {
            answer = value;
            reply = bytes;
            status = number;
            return this;
        }

        /**
         * The client did not wait for the answer.
         *
         * @return this
         */
        public Builder pipelined() {
            pipelined = true;
            return this;
        }

        /**
         * Whether the client has asked.
         *
         * @return true after {@link #asked}
         */
        public boolean isAsked() {
            return attempts > 0;
        }

        /**
         * The last answer.
         *
         * @return none before {@link #answered}
         */
        public Answer answer() {
            return answer;
        }

        /**
         * What was said so far.
         *
         * @return an immutable copy
         */
        public Upgrade build() {
            return new Upgrade(this);
        }
    }
}
