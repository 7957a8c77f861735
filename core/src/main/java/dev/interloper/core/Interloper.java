package dev.interloper.core;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.transparency.TransparencyEvaluator;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.core.cure.ServiceCatalog;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.Rules;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.probe.Probe;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.signal.StandardSignals;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Signal;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether somebody sits in the middle of a TLS connection, who it is, how it knows, and what to do about it.
 *
 * <pre>{@code
 * Interloper interloper = Interloper.create();
 * for (Inspection connection : interloper.capture(Path.of("trace.pcapng")).inspect().connections()) {
 *     System.out.println(connection.verdict());
 *     System.out.println(connection.advice());
 * }
 * }</pre>
 *
 * <p>Nothing is sent anywhere but by {@link #probe}: captures, handshakes and chains are judged from what they hold, captures and
 * handshakes at their packets' time. Immutable, thread-safe; make one and keep it.
 *
 * @since 0.1
 */
public final class Interloper {

    private final Judge judge;
    private final ProbeJudge probes;
    private final Clock clock;

    private Interloper(Builder from) {
        TrustEvaluator.Builder trust = TrustEvaluator.builder();
        if (from.withheld.contains(EvidenceKind.ROOTS)) {
            trust.publicRoots(AnchorSet.of("none: withheld", List.of()));
        } else {
            if (from.publicRoots != null) {
                trust.publicRoots(from.publicRoots);
            }
            from.extraAnchors.forEach(trust::extraAnchors);
        }
        List<Signal> signals = new ArrayList<>(StandardSignals.all());
        signals.addAll(from.signals);
        this.judge = new Judge(
                trust.build(),
                TransparencyEvaluator.of(from.logs, List.of()),
                from.products,
                from.engines,
                from.pins,
                List.copyOf(signals),
                Set.copyOf(from.withheld),
                new Adviser(from.services));
        this.probes = new ProbeJudge(judge, from.rules, from.services);
        this.clock = from.clock;
    }

    /**
     * An interloper that knows the bundled public roots, products and signals.
     *
     * @return the same as {@code builder().build()}
     */
    public static Interloper create() {
        return builder().build();
    }

    /**
     * A builder, to set what differs from {@link #create()}.
     *
     * @return a fresh builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks at a capture file.
     *
     * @param file a pcap or pcapng file, gzipped or not
     * @return what to ask of it; nothing is read yet
     */
    public CaptureInspector capture(Path file) {
        return capture(Capture.file(file));
    }

    /**
     * Looks at a capture from anywhere, within any limits.
     *
     * @param capture the capture
     * @return what to ask of it; nothing is read yet
     */
    public CaptureInspector capture(Capture capture) {
        return new CaptureInspector(judge, Objects.requireNonNull(capture, "capture"));
    }

    /**
     * Reads a capture to compare others with, once for any number of them.
     *
     * @param capture the capture, with the secrets that it needs
     * @return its connections, one a host
     */
    public Reference reference(Capture capture) {
        return Reference.read(judge, Objects.requireNonNull(capture, "capture"), null);
    }

    /**
     * Judges a single handshake.
     *
     * @param handshake the observation
     * @return the inspection, at the packets' time
     */
    public Inspection inspect(Handshake handshake) {
        return judge.handshake(Objects.requireNonNull(handshake, "handshake"), null);
    }

    /**
     * Looks at a chain that an application has at hand.
     *
     * @param chain the certificates as the server sent them, its own first
     * @return what to ask of it
     */
    public ChainInspector chain(List<X509Certificate> chain) {
        return chain(CertificateChain.of(chain));
    }

    /**
     * Looks at a chain that an application has at hand.
     *
     * @param chain the certificates as the server sent them
     * @return what to ask of it
     */
    public ChainInspector chain(CertificateChain chain) {
        return new ChainInspector(judge, Objects.requireNonNull(chain, "chain"), clock);
    }

    /**
     * Asks a live server, and judges what comes back: {@code probe(Probe.to(host, port).build())}.
     *
     * @param host a name or an address
     * @param port the TCP port
     * @return the report, within 20 seconds
     * @throws IllegalArgumentException if it is no such host or port
     */
    public ProbeReport probe(String host, int port) {
        return probe(Probe.to(host, port).build());
    }

    /**
     * Asks a live server, and judges what comes back. Failures of the network are part of the report, not exceptions. The only
     * method here that touches the network.
     *
     * @param probe what to ask, and how
     * @param symptoms what users see, as far as it is known
     * @return the report, within the probe's deadline
     */
    public ProbeReport probe(Probe probe, Symptom... symptoms) {
        return probed(probe.observe(), Stream.of(symptoms).map(Symptom::fact).toList());
    }

    /**
     * Judges what a probe saw.
     *
     * @param observation what was seen
     * @param known facts that the probe cannot see: symptoms, what a router's ICMP said, other trust stores …
     * @return the report
     */
    public ProbeReport probed(ProbeObservation observation, Collection<Fact> known) {
        return probes.judge(Objects.requireNonNull(observation, "observation"), known);
    }

    /** Sets what an {@link Interloper} knows. Not thread-safe. */
    public static final class Builder {

        private @Nullable AnchorSet publicRoots;
        private final List<AnchorSet> extraAnchors = new ArrayList<>();
        private ProductCatalog products = ProductCatalog.bundled();
        private EngineCatalog engines = EngineCatalog.bundled();
        private LogList logs = LogList.bundled();
        private Rules rules = Rules.bundled();
        private ServiceCatalog services = ServiceCatalog.bundled();
        private PinPolicy pins = PinPolicy.builder().build();
        private final Set<EvidenceKind> withheld = EnumSet.noneOf(EvidenceKind.class);
        private final List<Signal> signals = new ArrayList<>();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Takes these anchors as the public roots, in place of the bundled table.
         *
         * @param roots the roots that count as public
         * @return this
         */
        public Builder publicRoots(AnchorSet roots) {
            publicRoots = Objects.requireNonNull(roots, "roots");
            return this;
        }

        /**
         * Adds anchors that the client trusts besides the public roots, such as an organisation's own. They make a chain
         * trusted, not public.
         *
         * @param anchors the anchors
         * @return this
         */
        public Builder extraAnchors(AnchorSet anchors) {
            extraAnchors.add(Objects.requireNonNull(anchors, "anchors"));
            return this;
        }

        /**
         * Takes another catalogue of products; {@code ProductCatalog.bundled().plus(mine)} adds to the bundled one.
         *
         * @param catalog the products
         * @return this
         */
        public Builder products(ProductCatalog catalog) {
            products = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * Takes another catalogue of engines; {@code EngineCatalog.bundled().plus(mine)} adds to the bundled one.
         *
         * @param catalog what engines' certificates look like
         * @return this
         */
        public Builder engines(EngineCatalog catalog) {
            engines = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * Takes these certificate transparency logs in place of the bundled list.
         *
         * @param list the logs whose promises count
         * @return this
         */
        public Builder logs(LogList list) {
            logs = Objects.requireNonNull(list, "list");
            return this;
        }

        /**
         * Takes other rules for diagnoses; {@code Rules.bundled().plus(mine)} puts one's own before the bundled ones.
         *
         * @param table the rules
         * @return this
         */
        public Builder rules(Rules table) {
            rules = Objects.requireNonNull(table, "table");
            return this;
        }

        /**
         * Takes other services that are not to be decrypted; {@code ServiceCatalog.bundled().plus(mine)} replaces some.
         *
         * @param catalog what vendors ask for
         * @return this
         */
        public Builder services(ServiceCatalog catalog) {
            services = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * Takes pins: whose keys are to be met at a host. A pinned key on a validated path clears it; where none is, a private
         * chain looks intercepted, and beside a public root the pins look old. There are none at first.
         *
         * @param policy the pins; sets that have expired do not count
         * @return this
         */
        public Builder pins(PinPolicy policy) {
            pins = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Withholds kinds of evidence, to see how far the others carry a verdict. Without {@link EvidenceKind#ROOTS} no chain
         * can be called public, and without {@link EvidenceKind#NAMES} no product can be named.
         *
         * @param kinds what must not be looked at
         * @return this
         */
        public Builder withhold(EvidenceKind... kinds) {
            withheld.addAll(List.of(kinds));
            return this;
        }

        /**
         * Adds a signal to the standard ones.
         *
         * @param signal the signal
         * @return this
         */
        public Builder signal(Signal signal) {
            signals.add(Objects.requireNonNull(signal, "signal"));
            return this;
        }

        /**
         * Takes another clock. Only chains without a moment of their own are judged at its time, never captures.
         *
         * @param newClock the clock
         * @return this
         */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "newClock");
            return this;
        }

        /**
         * The interloper.
         *
         * @return an immutable instance
         */
        public Interloper build() {
            return new Interloper(this);
        }
    }
}
