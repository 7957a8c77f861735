package dev.interloper.core.probe;

import dev.interloper.handshake.stream.UpgradeProtocol;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a live server, and how; {@link #observe} asks.
 *
 * <pre>{@code
 * ProbeObservation seen = Probe.to("av-edge.example.com", 443)
 *         .through(ProxyServer.parse("http://proxy.example.com:3128"))
 *         .with(ProbeStep.ADDRESS_PAGE)
 *         .build()
 *         .observe();
 * }</pre>
 *
 * <p>Nothing is sent beyond handshakes unless a step asks for it. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Probe {

    private final Options options;

    private Probe(Options options) {
        this.options = options;
    }

    /** Which addresses of a name are dialled. */
    public enum AddressFamily {
        /** All, in the resolver's order. */
        ANY,
        /** IPv4 only. */
        IPV4,
        /** IPv6 only. */
        IPV6
    }

    /**
     * A probe of a destination.
     *
     * @param host a name or an address; IPv6 with or without brackets
     * @param port the TCP port
     * @return a builder with the steps of {@link ProbeStep#handshakes()}, 20 seconds in all and 5 for each wait
     * @throws IllegalArgumentException if it is no such host or port
     */
    public static Builder to(String host, int port) {
        return new Builder(Authority.of(host, port));
    }

    /**
     * A probe of a destination.
     *
     * @param destination {@code host} or {@code host:port}, with brackets around an IPv6 address that has a port; the port is 443
     *     unless said
     * @return a builder
     * @throws IllegalArgumentException if it is no such destination
     */
    public static Builder to(String destination) {
        return new Builder(Authority.parse(destination, 443));
    }

    /**
     * The destination.
     *
     * @return a name in A-label form, or an address without brackets
     */
    public String host() {
        return options.host();
    }

    /**
     * The destination's port.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return options.port();
    }

    /**
     * The steps that are on.
     *
     * @return an immutable set
     */
    public Set<ProbeStep> steps() {
        return options.steps();
    }

    /**
     * Asks, and waits for the answers. Failures of the network are observations, not exceptions. An interruption of the thread ends
     * it early and is kept.
     *
     * @return what was seen until the deadline
     */
    public ProbeObservation observe() {
        return new ProbeRun(options).run();
    }

    /** Collects what to ask. Not thread-safe. */
    public static final class Builder {

        private static final int MAX_COMPARED = 20;
        private static final int MAX_PROTOCOL = 255;

        private final Authority destination;
        private final Set<ProbeStep> steps = EnumSet.copyOf(ProbeStep.handshakes());
        private final List<Authority> compared = new ArrayList<>();
        private @Nullable Authority controlHost;
        private @Nullable ProxyServer proxy;
        private @Nullable InetAddress connectTo;
        private Optional<String> serverName;
        private List<String> applicationProtocols = List.of();
        private List<String> versions = List.of();
        private @Nullable UpgradeProtocol startTls;
        private @Nullable X509ExtendedKeyManager clientCertificate;
        private Duration deadline = Duration.ofSeconds(20);
        private Duration patience = Duration.ofSeconds(5);
        private AddressFamily family = AddressFamily.ANY;
        private @Nullable InetAddress bindAddress;
        private NameResolver resolver = NameResolver.system();
        private Executor executor = Lookup::inDaemonThread;
        private Consumer<ProbeEvent> watcher = event -> {};
        private Cancellation cancellation = new Cancellation();
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();
        private Sockets sockets = Sockets::interruptible;
        private List<CanaryPage> canaryPages = CanaryPage.USUAL;
        private int stunPort = StunBinding.PORT;

        private Builder(Authority destination) {
            this.destination = destination;
            boolean name = !Addresses.isLiteral(destination.host());
            serverName = name ? Optional.of(withoutDot(destination.host())) : Optional.empty();
        }

        /**
         * Turns steps on.
         *
         * @param more the steps
         * @return this
         */
        public Builder with(ProbeStep... more) {
            steps.addAll(List.of(more));
            return this;
        }

        /**
         * Turns steps off.
         *
         * @param fewer the steps
         * @return this
         */
        public Builder without(ProbeStep... fewer) {
            List.of(fewer).forEach(steps::remove);
            return this;
        }

        /**
         * Turns these steps on and all others off.
         *
         * @param these the steps
         * @return this
         */
        public Builder only(ProbeStep... these) {
            steps.clear();
            return with(these);
        }

        /**
         * Adds hosts to compare with: unrelated public hosts have different authorities and keys, unless somebody in between is
         * the authority of them all. Turns on {@link ProbeStep#COMPARED_HOSTS}.
         *
         * @param hosts each a name or an address, with {@code :port} unless that is 443
         * @return this
         * @throws IllegalArgumentException if one is no such host, or there are more than 20
         */
        public Builder compare(String... hosts) {
            for (String host : hosts) {
                if (compared.size() == MAX_COMPARED) {
                    throw new IllegalArgumentException("hosts: no more than " + MAX_COMPARED + " can be compared");
                }
                compared.add(Authority.parse(host, 443));
            }
            return with(ProbeStep.COMPARED_HOSTS);
        }

        /**
         * Names a host that is known to work, to tell a fault of this destination from one of the network; turns on
         * {@link ProbeStep#CONTROL_HOST}.
         *
         * @param host {@code host} or {@code host:port}
         * @return this
         * @throws IllegalArgumentException if it is no such host
         */
        public Builder controlHost(String host) {
            controlHost = Authority.parse(host, 443);
            return with(ProbeStep.CONTROL_HOST);
        }

        /**
         * Goes through a proxy.
         *
         * @param server the proxy
         * @return this
         */
        public Builder through(ProxyServer server) {
            proxy = Objects.requireNonNull(server, "server");
            return this;
        }

        /**
         * Dials this address, and asks there for the host.
         *
         * @param address the address
         * @return this
         */
        public Builder connectTo(InetAddress address) {
            connectTo = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Names another host in the hello.
         *
         * @param name the name (SNI)
         * @return this
         * @throws IllegalArgumentException if it is no host name
         */
        public Builder serverName(String name) {
            serverName = Optional.of(withoutDot(Authority.of(name, 1).host()));
            return this;
        }

        /** RFC 6066 section 3: the name in the hello has no dot at its end. */
        private static String withoutDot(String name) {
            return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        }

        /**
         * Names no host in the hello.
         *
         * @return this
         */
        public Builder withoutServerName() {
            serverName = Optional.empty();
            return this;
        }

        /**
         * Offers application protocols (ALPN, RFC 7301).
         *
         * @param protocols such as {@code h2}; none unless set
         * @return this
         * @throws IllegalArgumentException if one is empty or longer than 255 bytes
         */
        public Builder applicationProtocols(String... protocols) {
            for (String protocol : protocols) {
                int length = protocol.getBytes(StandardCharsets.UTF_8).length;
                if (length == 0 || length > MAX_PROTOCOL) {
                    throw new IllegalArgumentException("protocols: expected 1 to 255 bytes, found " + length);
                }
            }
            applicationProtocols = List.of(protocols);
            return this;
        }

        /**
         * Offers these versions of TLS only.
         *
         * @param names as the platform names them, such as {@code TLSv1.2}
         * @return this
         * @throws IllegalArgumentException if the platform knows one of them not
         */
        public Builder versions(String... names) {
            List<String> known = PlatformTls.knownVersions();
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException("names: the platform's TLS has " + known);
                }
            }
            versions = List.of(names);
            return this;
        }

        /**
         * Starts TLS within another protocol.
         *
         * @param protocol SMTP, LMTP, IMAP, POP3, FTP, NNTP, ManageSieve, LDAP, XMPP, PostgreSQL or MySQL
         * @return this
         * @throws IllegalArgumentException if it is another
         */
        public Builder startTls(UpgradeProtocol protocol) {
            if (!StartTls.SPOKEN.contains(protocol)) {
                throw new IllegalArgumentException("protocol: not spoken here: " + protocol);
            }
            startTls = protocol;
            return this;
        }

        /**
         * Shows a client certificate to servers that ask for one.
         *
         * @param keys holds the key and the certificate
         * @return this
         */
        public Builder clientCertificate(X509ExtendedKeyManager keys) {
            clientCertificate = Objects.requireNonNull(keys, "keys");
            return this;
        }

        /**
         * Ends everything after this time.
         *
         * @param time 20 seconds unless set
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder deadline(Duration time) {
            deadline = positive(time);
            return this;
        }

        /**
         * Waits no longer than this for a connection, and for an exchange over it.
         *
         * @param time 5 seconds unless set
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder patience(Duration time) {
            patience = positive(time);
            return this;
        }

        private static Duration positive(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("time: not positive: " + time);
            }
            return time;
        }

        /**
         * Dials addresses of one family only.
         *
         * @param wanted the family
         * @return this
         */
        public Builder family(AddressFamily wanted) {
            family = Objects.requireNonNull(wanted, "wanted");
            return this;
        }

        /**
         * Dials from this address.
         *
         * @param address an address of this machine
         * @return this
         */
        public Builder bindAddress(InetAddress address) {
            bindAddress = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Resolves names otherwise than the system does.
         *
         * @param names the resolver
         * @return this
         */
        public Builder resolver(NameResolver names) {
            resolver = Objects.requireNonNull(names, "names");
            return this;
        }

        /**
         * Runs the resolver on this executor. Without it a daemon thread is started for each name, and left alone if the resolver
         * does not return in time.
         *
         * @param threads takes tasks that may block; one that runs them in the calling thread makes the deadline void
         * @return this
         */
        public Builder executor(Executor threads) {
            executor = Objects.requireNonNull(threads, "threads");
            return this;
        }

        /**
         * Watches the progress.
         *
         * @param events takes what happened, in the thread that probes; must not throw
         * @return this
         */
        public Builder watcher(Consumer<ProbeEvent> events) {
            watcher = Objects.requireNonNull(events, "events");
            return this;
        }

        /**
         * Lets somebody end the probe early.
         *
         * @param switched what they switch
         * @return this
         */
        public Builder cancellation(Cancellation switched) {
            cancellation = Objects.requireNonNull(switched, "switched");
            return this;
        }

        /**
         * Takes another clock; deadlines go by it too.
         *
         * @param newClock the clock
         * @return this
         */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "newClock");
            return this;
        }

        Builder random(RandomGenerator numbers) {
            random = numbers;
            return this;
        }

        Builder sockets(Sockets factory) {
            sockets = factory;
            return this;
        }

        Builder stunPort(int port) {
            stunPort = port;
            return this;
        }

        Builder canaryPages(List<CanaryPage> pages) {
            canaryPages = List.copyOf(pages);
            return this;
        }

        /**
         * The probe.
         *
         * @return an immutable probe
         * @throws IllegalArgumentException if STARTTLS is asked for together with pages or pseudo-TLS, which know no such thing
         */
        public Probe build() {
            if (startTls != null
                    && steps.stream().anyMatch(step -> step.toString().startsWith("pseudo") || isPage(step))) {
                throw new IllegalArgumentException("startTls: cannot be combined with pages and pseudo-TLS");
            }
            return new Probe(new Options(
                    destination.host(),
                    destination.port(),
                    Set.copyOf(steps),
                    List.copyOf(compared),
                    Optional.ofNullable(controlHost),
                    Optional.ofNullable(proxy),
                    Optional.ofNullable(connectTo),
                    serverName,
                    applicationProtocols,
                    versions,
                    Optional.ofNullable(startTls),
                    Optional.ofNullable(clientCertificate),
                    deadline,
                    patience,
                    family,
                    Optional.ofNullable(bindAddress),
                    resolver,
                    executor,
                    watcher,
                    cancellation,
                    clock,
                    random,
                    sockets,
                    canaryPages,
                    stunPort));
        }

        private static boolean isPage(ProbeStep step) {
            return step == ProbeStep.ADDRESS_PAGE || step == ProbeStep.HOST_PAGE;
        }
    }
}
