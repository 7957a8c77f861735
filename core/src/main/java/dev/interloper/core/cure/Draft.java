package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A text in the making: sorts out what a format cannot express, and puts the comments above the lines. */
final class Draft {

    private final BypassList list;
    private final String comment;
    private final String where;
    private final List<String> lines = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();
    private boolean verified = true;
    private String commentEnd = "";

    /**
     * Begins.
     *
     * @param comment what begins a comment in this format
     * @param where where the text belongs
     */
    Draft(BypassList list, String comment, String where) {
        this.list = list;
        this.comment = comment;
        this.where = where;
    }

    /** Comments must be closed, too. */
    Draft commentEnd(String end) {
        commentEnd = end;
        return this;
    }

    /** The syntax was not checked. */
    Draft unverified() {
        verified = false;
        return this;
    }

    /** The targets that the format can express; the others are noted with the reason. */
    List<BypassTarget> only(Predicate<BypassTarget> expressible, String whyNot) {
        List<BypassTarget> kept = new ArrayList<>();
        for (BypassTarget target : list.targets()) {
            if (expressible.test(target)) {
                kept.add(target);
            } else {
                unsupported.add(target + ": " + whyNot);
            }
        }
        return kept;
    }

    /** Ports are lost: the entry would be wider than asked. */
    List<BypassTarget> withoutPorts(List<BypassTarget> targets) {
        List<BypassTarget> kept = new ArrayList<>();
        for (BypassTarget target : targets) {
            if (target.port().isPresent() && target.port().getAsInt() != 443) {
                unsupported.add(target + ": this list knows no ports, and an entry without one would be wider");
            } else {
                kept.add(target.withoutPort());
            }
        }
        return kept;
    }

    void cannot(BypassTarget target, String why) {
        unsupported.add(target + ": " + why);
    }

    Draft line(String line) {
        lines.add(line);
        return this;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    BypassText done() {
        StringBuilder text = new StringBuilder();
        note(
                text,
                "Not to be decrypted" + (list.reason().isEmpty() ? "" : ": " + list.reason()) + " (" + list.date()
                        + ")");
        note(text, where);
        if (!verified) {
            note(text, "This syntax was not checked against the product: compare it with the manual first.");
        }
        unsupported.forEach(sentence -> note(text, "Cannot be expressed: " + sentence));
        lines.forEach(line -> text.append(line).append('\n'));
        return new BypassText(text.toString(), unsupported, verified);
    }

    private void note(StringBuilder text, String sentence) {
        text.append(comment).append(sentence).append(commentEnd).append('\n');
    }
}
