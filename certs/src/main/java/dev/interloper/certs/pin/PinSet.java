package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pins that belong together: any of them suffices, or all are needed; until when they count; and whether they refuse or
 * only report.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PinSet {
    /** Sets of this size and smaller are compared pin by pin, which is quicker than hashing. */
    private static final int FEW = 8;

    private final String name;
    private final List<Pin> pins;
    private final boolean all;
    private final boolean enforced;
    private final List<String> reportUris;
    private final @Nullable Instant expires;
    private final Pin[] few;
    private final Map<PublicKeyHash, List<Pin>> many;

    private PinSet(Builder builder) {
        this.name = builder.name;
        this.pins = List.copyOf(builder.pins);
        this.all = builder.all;
        this.enforced = builder.enforced;
        this.expires = builder.expires;
        this.reportUris = List.copyOf(builder.reportUris);
        this.few = pins.size() <= FEW ? pins.toArray(new Pin[0]) : new Pin[0];
        this.many = new HashMap<>();
        if (pins.size() > FEW) {
            pins.forEach(p ->
                    many.computeIfAbsent(p.digest(), d -> new ArrayList<>()).add(p));
        }
    }

    /**
     * A set of which any pin suffices, enforced and without expiry.
     *
     * @param name a name for reports; not null
     * @param pins one pin at least, in the syntax of {@link Pin#parse}; not null
     * @return the set
     * @throws PinSyntaxException if a text is no pin
     * @throws IllegalArgumentException if there is none
     */
    public static PinSet anyOf(String name, String... pins) throws PinSyntaxException {
        Builder builder = builder(name);
        for (String pin : pins) {
            builder.add(Pin.parse(pin));
        }
        return builder.build();
    }

    /**
     * A builder without pins, for an enforced set of which any pin suffices and that does not expire.
     *
     * @param name a name for reports; not null
     * @return a new builder
     */
    public static Builder builder(String name) {
        return new Builder(Objects.requireNonNull(name, "name"));
    }

    /**
     * The name for reports.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The pins.
     *
     * @return an unmodifiable list of one at least, in the order given, without duplicates
     */
    public List<Pin> pins() {
        return pins;
    }

    /**
     * Whether all pins have to be on one path.
     *
     * @return false when any of them suffices
     */
    public boolean requiresAll() {
        return all;
    }

    /**
     * Whether a mismatch refuses the connection.
     *
     * @return false when it is only reported
     */
    public boolean enforced() {
        return enforced;
    }

    /**
     * The moment from which the set does not count any more, and connections pass without it.
     *
     * @return the moment; empty when there is none
     */
    public Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }

    /**
     * Where the configuration wants mismatches reported to. Nothing here sends anything.
     *
     * @return an unmodifiable list of texts as configured, unchecked
     */
    public List<String> reportUris() {
        return reportUris;
    }

    boolean expiredAt(Instant at) {
        return expires != null && !at.isBefore(expires);
    }

    /** The first pin with this digest, of this kind and in this role. */
    @Nullable
    Pin find(PublicKeyHash digest, Pin.Kind kind, boolean leaf, boolean root) {
        if (few.length > 0) {
            for (Pin pin : few) {
                if (pin.digest().equals(digest)
                        && pin.kind() == kind
                        && pin.role().allows(leaf, root)) {
                    return pin;
                }
            }
            return null;
        }
        for (Pin pin : many.getOrDefault(digest, List.of())) {
            if (pin.kind() == kind && pin.role().allows(leaf, root)) {
                return pin;
            }
        }
        return null;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof PinSet that)) {
            return false;
        }
        return name.equals(that.name)
                && pins.equals(that.pins)
                && all == that.all
                && enforced == that.enforced
                && Objects.equals(expires, that.expires)
                && reportUris.equals(that.reportUris);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, pins);
    }

    /** The name, how many pins there are, and what is unusual about the set. */
    @Override
    public String toString() {
        return PinSyntaxException.quoted(name) + " (" + (all ? "all of " : "any of ") + pins.size()
                + (enforced ? "" : ", report only")
                + (expires == null ? "" : ", until " + expires) + ")";
    }

    /**
     * Configures a set. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String name;
        private final Set<Pin> pins = new LinkedHashSet<>();
        private final List<String> reportUris = new ArrayList<>();
        private boolean all;
        private boolean enforced = true;
        private @Nullable Instant expires;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a pin.
         *
         * @param pin the pin; not null
         * @return this builder
         */
        public Builder add(Pin pin) {
            pins.add(Objects.requireNonNull(pin, "pin"));
            return this;
        }

        /**
         * Adds a pin.
         *
         * @param pin the pin in the syntax of {@link Pin#parse}; not null
         * @return this builder
         * @throws PinSyntaxException if the text is no pin
         */
        public Builder add(String pin) throws PinSyntaxException {
            return add(Pin.parse(pin));
        }

        /**
         * Needs every pin on one path; unless set, any of them suffices. Leaves no room for backup pins.
         *
         * @return this builder
         */
        public Builder requireAll() {
            all = true;
            return this;
        }

        /**
         * Only reports mismatches; unless set, they refuse the connection.
         *
         * @return this builder
         */
        public Builder reportOnly() {
            enforced = false;
            return this;
        }

        /**
         * Lets the set count up to a moment only. After it connections pass without pins, and reports say so.
         *
         * @param moment the first moment at which the set does not count; not null
         * @return this builder
         */
        public Builder expires(Instant moment) {
            expires = Objects.requireNonNull(moment, "moment");
            return this;
        }

        /**
         * Notes where mismatches are to be reported to.
         *
         * @param uri the address, unchecked; not null
         * @return this builder
         */
        public Builder reportUri(String uri) {
            reportUris.add(Objects.requireNonNull(uri, "uri"));
            return this;
        }

        /**
         * Makes the set.
         *
         * @return the set
         * @throws IllegalArgumentException if it has no pin
         */
        public PinSet build() {
            if (pins.isEmpty()) {
                throw new IllegalArgumentException("pins must not be empty; to exempt a host, see PinPolicy");
            }
            return new PinSet(this);
        }
    }
}
