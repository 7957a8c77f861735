package dev.interloper.core.cure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A text in the making: sorts out what a format cannot express, and puts the comments above the lines. */
final class Draft {

    private static final int HTTPS = 443;

    private final BypassList list;
    private final String comment;
    private final List<String> notes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> unsupported = new LinkedHashSet<>();
    private String source = "";
    private boolean verified = true;

    /**
     * Begins.
     *
     * @param comment what begins a comment in this format
     */
    Draft(BypassList list, String comment) {
        this.list = list;
        this.comment = comment;
    }

    /** What the syntax was checked against. */
    Draft source(String checked) {
        source = checked;
        return this;
    }

    /** The syntax was not checked. */
    Draft unverified() {
        verified = false;
        return this;
    }

    /** Where the text belongs, in which order, and what makes it take effect. */
    Draft note(String sentence) {
        notes.add(sentence);
        return this;
    }

    List<BypassTarget> all() {
        return list.targets();
    }

    /** The targets that the format can express; the others are noted with the reason. */
    List<BypassTarget> only(Predicate<BypassTarget> expressible, String whyNot) {
        List<BypassTarget> kept = new ArrayList<>();
        for (BypassTarget target : list.targets()) {
            if (expressible.test(target)) {
                kept.add(target);
                continue;
            }
            List<BypassTarget> parts =
                    list.addressesIn(target).stream().filter(expressible).toList();
            kept.addAll(parts);
            if (!isWhole(target, parts)) {
                cannot(target, whyNot);
            }
        }
        return kept;
    }

    /** Whether a block was only ever made of single addresses, of which none is lost. */
    private static boolean isWhole(BypassTarget target, List<BypassTarget> parts) {
        return target.block()
                .map(block -> block.size().equals(BigInteger.valueOf(parts.size())))
                .orElse(false);
    }

    /** For lists that decrypt TLS on its port alone as a rule: any other port would be lost, and the entry wider than asked. */
    List<BypassTarget> withoutPorts(List<BypassTarget> targets) {
        Set<BypassTarget> kept = new LinkedHashSet<>();
        for (BypassTarget target : targets) {
            int port = target.port().orElse(0);
            if (port != 0 && port != HTTPS) {
                cannot(target, "left out, this list knows no ports: an entry without one would be wider");
                continue;
            }
            if (port == HTTPS) {
                cannot(target, "this list knows no ports: the entry holds for every port of it that is decrypted");
            }
            kept.add(target.withoutPort());
        }
        return List.copyOf(kept);
    }

    /** For lists in which a domain cannot be left out of what is below it: says so of each that was to be. */
    List<BypassTarget> takingDomainsAlong(List<BypassTarget> targets) {
        targets.stream()
                .filter(target -> target.kind() == BypassTarget.Kind.SUBDOMAINS)
                .forEach(target -> cannot(target, "exactly: this list may take " + target.name() + " itself along"));
        return targets;
    }

    void cannot(BypassTarget target, String why) {
        unsupported.add(target + ": " + why);
    }

    Draft line(String line) {
        lines.add(line);
        return this;
    }

    BypassText done() {
        StringBuilder text = new StringBuilder();
        String reason = list.reason().isEmpty() ? "" : ": " + list.reason();
        put(text, "Not to be decrypted" + reason + " (" + list.date() + ")");
        if (!source.isEmpty()) {
            put(text, "Syntax: " + source);
        }
        if (!verified) {
            put(text, "Not verified: compare this syntax with the product's manual first.");
        }
        list.notes().forEach(note -> put(text, note));
        notes.forEach(note -> put(text, note));
        unsupported.forEach(sentence -> put(text, "Cannot be expressed: " + sentence));
        lines.forEach(line -> text.append(line).append('\n'));
        return new BypassText(text.toString(), List.copyOf(unsupported), notes, verified);
    }

    private void put(StringBuilder text, String sentence) {
        text.append(comment).append(sentence).append('\n');
    }
}
