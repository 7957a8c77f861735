package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that is known of a connection, brought into facts. Their order does not matter. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Circumstances {

    private final String host;
    private final int port;
    private final List<String> addresses;
    private final List<Fact> facts;
    private final Set<ProbeStep> asked;

    private Circumstances(Builder from) {
        host = from.host;
        port = from.port;
        addresses = List.copyOf(from.addresses);
        facts = from.facts.stream()
                .distinct()
                .sorted(Comparator.comparing(Fact::code)
                        .thenComparing(Fact::subject)
                        .thenComparing(Fact::statement)
                        .thenComparing(fact -> fact.seenIn().map(Enum::ordinal).orElse(-1)))
                .toList();
        asked = Collections.unmodifiableSet(EnumSet.copyOf(from.asked));
    }

    /**
     * What is known of a destination, as yet nothing.
     *
     * @param host a name or an address
     * @param port its TCP port
     * @return a builder
     */
    public static Builder of(String host, int port) {
        return new Builder(host, port);
    }

    /**
     * What a probe saw, brought into facts. What its certificates are worth is for others to add.
     *
     * @param seen the probe's observation
     * @return a builder that has those facts
     */
    public static Builder of(ProbeObservation seen) {
        Builder builder = new Builder(seen.host(), seen.port());
        seen.lookup().ifPresent(lookup -> builder.addresses.addAll(lookup.addresses()));
        seen.exchanges().stream().map(Exchange::step).forEach(builder::asked);
        seen.stun().ifPresent(reply -> builder.asked(ProbeStep.STUN));
        FactFinders.all().forEach(finder -> finder.find(seen).forEach(builder::fact));
        return builder;
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
     * The destination's addresses.
     *
     * @return in text form; empty where none is known
     */
    public List<String> addresses() {
        return addresses;
    }

    /**
     * The facts.
     *
     * @return in the order of their codes
     */
    public List<Fact> facts() {
        return facts;
    }

    /**
     * The steps of a probe that were taken, whatever came of them.
     *
     * @return in the order in which a probe takes them
     */
    public Set<ProbeStep> asked() {
        return asked;
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {

        private final String host;
        private final int port;
        private final List<String> addresses = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final EnumSet<ProbeStep> asked = EnumSet.noneOf(ProbeStep.class);

        private Builder(String host, int port) {
            this.host = Objects.requireNonNull(host, "host");
            this.port = port;
        }

        /**
         * Adds an address of the destination.
         *
         * @param address in text form
         * @return this
         */
        public Builder address(String address) {
            addresses.add(Objects.requireNonNull(address, "address"));
            return this;
        }

        /**
         * Adds a fact.
         *
         * @param fact what is known
         * @return this
         */
        public Builder fact(Fact fact) {
            facts.add(Objects.requireNonNull(fact, "fact"));
            return this;
        }

        /**
         * Says that a step of a probe was taken, so that it need not be advised.
         *
         * @param step the step
         * @return this
         */
        public Builder asked(ProbeStep step) {
            asked.add(Objects.requireNonNull(step, "step"));
            return this;
        }

        /**
         * Adds what users see.
         *
         * @param symptoms the symptoms
         * @return this
         */
        public Builder symptoms(Symptom... symptoms) {
            for (Symptom symptom : symptoms) {
                fact(symptom.fact());
            }
            return this;
        }

        /**
         * What was collected.
         *
         * @return immutable circumstances
         */
        public Circumstances build() {
            return new Circumstances(this);
        }
    }
}
