package dev.interloper.core.compare;

import dev.interloper.core.compare.ComparedAspect.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects compared aspects; what neither side shows is left out. */
final class Rows {

    /** What to think of a row. */
    record Remark(boolean matters, String text) {

        static final Remark NONE = new Remark(false, "");

        static Remark matters(String text) {
            return new Remark(true, text);
        }

        static Remark innocent(String text) {
            return new Remark(false, text);
        }
    }

    private static final int MAX_VALUE = 400;

    private final List<ComparedAspect> rows = new ArrayList<>();

    /** Two texts, alike if they are equal. */
    void add(Aspect aspect, Optional<String> seen, Optional<String> reference, Supplier<Remark> ifDifferent) {
        add(
                aspect,
                seen.orElse(null),
                reference.orElse(null),
                seen.equals(reference),
                seen.equals(reference) ? () -> Remark.NONE : ifDifferent);
    }

    /** Two texts, alike or not for reasons of their own; a remark only where both were seen. */
    void add(Aspect aspect, @Nullable String seen, @Nullable String reference, boolean same, Supplier<Remark> remark) {
        if (seen == null && reference == null) {
            return;
        }
        boolean both = seen != null && reference != null;
        Likeness likeness = !both ? Likeness.UNSEEN : same ? Likeness.SAME : Likeness.DIFFERENT;
        Remark said = both
                ? remark.get()
                : Remark.innocent(seen == null ? "not seen in this connection" : "not seen in the reference");
        rows.add(new ComparedAspect(
                aspect, shortened(seen), shortened(reference), likeness, said.matters(), said.text()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
    }

    List<ComparedAspect> rows() {
        return List.copyOf(rows);
    }
}
