package dev.interloper.core.cure;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The destinations to except, and why. Doubles are dropped and blocks joined where that adds no address. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class BypassList {

    private static final int MAX_REASON = 200;
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_WIDE_BLOCKS = 16;

    private final List<BypassTarget> targets;
    private final Set<BypassTarget> addresses;
    private final String reason;
    private final LocalDate date;
    private final List<String> notes;

    private BypassList(
            List<BypassTarget> targets,
            Set<BypassTarget> addresses,
            String reason,
            LocalDate date,
            List<String> notes) {
        this.targets = List.copyOf(targets);
        this.addresses = addresses;
        this.notes = List.copyOf(notes);
        this.reason = reason;
        this.date = date;
    }

    /**
     * A list.
     *
     * @param targets the destinations
     * @param reason why, for the comment above them; whatever is not plain text is dropped from it
     * @param date the day, for the comment
     * @return the list: names in their order, then addresses in theirs
     * @throws BypassTargetException if the blocks are so much together that it cannot be meant: more than sixteen /8, or /16 of IPv6
     */
    public static BypassList of(List<BypassTarget> targets, String reason, LocalDate date)
            throws BypassTargetException {
        Objects.requireNonNull(date, "date");
        Set<BypassTarget> all = new LinkedHashSet<>();
        TreeMap<Integer, List<Cidr>> blocks = new TreeMap<>();
        Set<BypassTarget> asked = Set.copyOf(targets);
        for (BypassTarget target : targets) {
            if (target.isName()) {
                all.add(isWhole(target, asked) ? target.asDomain() : target);
            } else {
                blocks.computeIfAbsent(target.port().orElse(0), port -> new ArrayList<>())
                        .add(target.block().orElseThrow());
            }
        }
        for (var entry : blocks.entrySet()) {
            List<Cidr> joined = Cidr.aggregate(entry.getValue());
            refuseTooMuch(joined);
            joined.forEach(block -> all.add(BypassTarget.of(block, entry.getKey())));
        }
        Set<BypassTarget> addresses = targets.stream()
                .filter(target -> target.kind() == BypassTarget.Kind.ADDRESS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new BypassList(List.copyOf(all), addresses, plain(reason, MAX_REASON), date, List.of());
    }

    /** Whether both a domain and what is below it were asked for. */
    private static boolean isWhole(BypassTarget name, Set<BypassTarget> asked) {
        int port = name.port().orElse(0);
        return asked.contains(BypassTarget.of(BypassTarget.Kind.DOMAIN, name.name(), port))
                || (asked.contains(BypassTarget.of(BypassTarget.Kind.HOST, name.name(), port))
                        && asked.contains(BypassTarget.of(BypassTarget.Kind.SUBDOMAINS, name.name(), port)));
    }

    /** What is no comment's end in any format. */
    private static String plain(String text, int most) {
        String plain = text.replaceAll("[^A-Za-z0-9 .,:()/_-]", "");
        return plain.substring(0, Math.min(most, plain.length()));
    }

    /**
     * This list with remarks for whoever enters it.
     *
     * @param sentences for the comments above the list; whatever is not plain text is dropped from them
     * @return the same destinations
     */
    public BypassList withNotes(List<String> sentences) {
        return new BypassList(
                targets,
                addresses,
                reason,
                date,
                sentences.stream().map(note -> plain(note, MAX_NOTE)).toList());
    }

    /** Blocks may be too much together where none of them was. */
    private static void refuseTooMuch(List<Cidr> blocks) throws BypassTargetException {
        for (boolean v4 : new boolean[] {true, false}) {
            List<Cidr> family =
                    blocks.stream().filter(block -> block.isV4() == v4).toList();
            BigInteger size = family.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
            if (family.isEmpty()) {
                continue;
            }
            Cidr first = family.get(0);
            BigInteger most = first.of(first.shortestPrefix()).size().multiply(BigInteger.valueOf(MAX_WIDE_BLOCKS));
            if (size.compareTo(most) > 0) {
                throw new BypassTargetException(
                        first + " and others",
                        "together these blocks would except much of the Internet from inspection");
            }
        }
    }

    /**
     * The destinations.
     *
     * @return without doubles
     */
    public List<BypassTarget> targets() {
        return targets;
    }

    /** The addresses that were asked for by themselves and have become part of a block, for formats that know no blocks. */
    List<BypassTarget> addressesIn(BypassTarget block) {
        return addresses.stream()
                .filter(address ->
                        !address.equals(block) && address.port().equals(block.port()) && block.covers(address))
                .toList();
    }

    /**
     * Why.
     *
     * @return plain text, perhaps empty
     */
    public String reason() {
        return reason;
    }

    /**
     * The day.
     *
     * @return a date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * What whoever enters the list should know of it.
     *
     * @return plain text, a sentence each
     */
    public List<String> notes() {
        return notes;
    }

    /** The destinations. */
    @Override
    public String toString() {
        return targets.toString();
    }
}
