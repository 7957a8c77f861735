package dev.interloper.core.cure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service whose vendor asks for its connections not to be decrypted. Immutable.
 *
 * @param id what it is called on a command line: lower case letters, digits and hyphens
 * @param name the service
 * @param destinations what is not to be decrypted
 * @since 0.1
 */
public record Service(String id, String name, List<Destination> destinations) {

    /**
     * A destination of a service. Immutable.
     *
     * @param target the host, domain, address or block
     * @param why what decryption breaks, or what the vendor says
     * @param verified whether it was read in the vendor's own text
     * @param date when it was entered or last checked
     * @param source where it comes from
     * @since 0.1
     */
    public record Destination(BypassTarget target, String why, boolean verified, LocalDate date, String source) {

        /**
         * Makes the record.
         *
         * @param target the host, domain, address or block
         * @param why what decryption breaks, or what the vendor says
         * @param verified whether it was read in the vendor's own text
         * @param date when it was entered or last checked
         * @param source where it comes from
         * @throws NullPointerException if anything is null
         */
        public Destination {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Copies.
     *
     * @param id what it is called on a command line
     * @param name the service
     * @param destinations what is not to be decrypted
     * @throws NullPointerException if anything is null
     */
    public Service {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        destinations = List.copyOf(destinations);
    }

    /**
     * What is not to be decrypted.
     *
     * @return the targets of all destinations, in their order
     */
    public List<BypassTarget> targets() {
        return destinations.stream().map(Destination::target).toList();
    }

    /**
     * The destination of which a host or an address is part.
     *
     * @param destination a host or an address
     * @return empty if it is of none, or is nothing that a bypass list may hold
     */
    public Optional<Destination> covering(String destination) {
        try {
            BypassTarget sought = BypassTarget.parse(destination);
            return destinations.stream()
                    .filter(each -> each.target().covers(sought))
                    .findFirst();
        } catch (BypassTargetException e) {
            return Optional.empty();
        }
    }

    /**
     * What whoever enters the list should know of it: as of when it is, and which destinations no text of the vendor's was found for.
     *
     * @return a sentence each
     */
    public List<String> notes() {
        LocalDate oldest = destinations.stream()
                .map(Destination::date)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        String asOf = name + ": as of " + oldest + ", compare with the current list of the vendor first.";
        List<String> unverified = destinations.stream()
                .filter(each -> !each.verified())
                .map(each -> each.target().with("."))
                .toList();
        return unverified.isEmpty()
                ? List.of(asOf)
                : List.of(asOf, "Not found in a text of the vendor: " + String.join(", ", unverified) + ".");
    }
}
