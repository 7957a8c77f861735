package dev.interloper.core.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a probe saw, in the order in which it was asked; nothing is judged. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ProbeObservation {

    private final String host;
    private final int port;
    private final Instant at;
    private final @Nullable ProxyServer proxy;
    private final List<NameLookup> lookups;
    private final List<Exchange> exchanges;
    private final @Nullable DatagramReply stun;
    private final boolean complete;

    private ProbeObservation(Builder from) {
        host = from.host;
        port = from.port;
        at = from.at;
        proxy = from.proxy;
        lookups = List.copyOf(from.lookups);
        exchanges = List.copyOf(from.exchanges);
        stun = from.stun;
        complete = from.complete;
    }

    /**
     * A builder.
     *
     * @param host the destination's name or address
     * @param port its TCP port
     * @param at when the probe began
     * @return a builder that has seen nothing
     */
    public static Builder of(String host, int port, Instant at) {
        return new Builder(host, port, at);
    }

    /**
     * The destination.
     *
     * @return a name or an address
     */
    public String host() {
        return host;
    }

    /**
     * The destination's TCP port.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return port;
    }

    /**
     * When the probe began.
     *
     * @return the moment for which certificates are judged
     */
    public Instant at() {
        return at;
    }

    /**
     * The proxy that was asked for a tunnel.
     *
     * @return empty if the destination was dialled itself
     */
    public Optional<ProxyServer> proxy() {
        return Optional.ofNullable(proxy);
    }

    /**
     * What the resolver said: of the destination first, then of hosts compared and of the control host.
     *
     * @return in the order asked
     */
    public List<NameLookup> lookups() {
        return lookups;
    }

    /**
     * What the resolver said of the destination.
     *
     * @return empty if it was not asked
     */
    public Optional<NameLookup> lookup() {
        return lookups.stream().filter(asked -> asked.host().equals(host)).findFirst();
    }

    /**
     * The TCP connections, those that failed too.
     *
     * @return in the order made
     */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /**
     * The TCP connections of a step.
     *
     * @param step the step
     * @return in the order made
     */
    public Stream<Exchange> exchanges(ProbeStep step) {
        return exchanges.stream().filter(made -> made.step() == step);
    }

    /**
     * The first TCP connection of a step.
     *
     * @param step the step
     * @return empty if there was none
     */
    public Optional<Exchange> exchange(ProbeStep step) {
        return exchanges(step).findFirst();
    }

    /**
     * The answer over UDP.
     *
     * @return empty unless that step was on
     */
    public Optional<DatagramReply> stun() {
        return Optional.ofNullable(stun);
    }

    /**
     * Whether everything that was to be asked was asked.
     *
     * @return false if the deadline or a cancellation came before
     */
    public boolean isComplete() {
        return complete;
    }

    /** The destination and how each exchange ended. */
    @Override
    public String toString() {
        return host + ":" + port + " " + exchanges;
    }

    /** Collects what was seen. Not thread-safe. */
    public static final class Builder {

        private final String host;
        private final int port;
        private final Instant at;
        private @Nullable ProxyServer proxy;
        private final List<NameLookup> lookups = new ArrayList<>();
        private final List<Exchange> exchanges = new ArrayList<>();
        private @Nullable DatagramReply stun;
        private boolean complete = true;

        private Builder(String host, int port, Instant at) {
            this.host = Objects.requireNonNull(host, "host");
            this.port = port;
            this.at = Objects.requireNonNull(at, "at");
        }

        /**
         * The proxy.
         *
         * @param asked the proxy that was asked
         * @return this
         */
        public Builder proxy(ProxyServer asked) {
            proxy = Objects.requireNonNull(asked, "asked");
            return this;
        }

        /**
         * Adds what the resolver said.
         *
         * @param lookup the answer
         * @return this
         */
        public Builder lookup(NameLookup lookup) {
            lookups.add(Objects.requireNonNull(lookup, "lookup"));
            return this;
        }

        /**
         * Adds a TCP connection.
         *
         * @param exchange the connection
         * @return this
         */
        public Builder exchange(Exchange exchange) {
            exchanges.add(Objects.requireNonNull(exchange, "exchange"));
            return this;
        }

        /**
         * The answer over UDP.
         *
         * @param reply the answer
         * @return this
         */
        public Builder stun(DatagramReply reply) {
            stun = Objects.requireNonNull(reply, "reply");
            return this;
        }

        /**
         * Says that not everything was asked.
         *
         * @return this
         */
        public Builder incomplete() {
            complete = false;
            return this;
        }

        /**
         * What was collected.
         *
         * @return an immutable observation
         */
        public ProbeObservation build() {
            return new ProbeObservation(this);
        }
    }
}
