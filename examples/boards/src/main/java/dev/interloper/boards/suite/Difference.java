package dev.interloper.boards.suite;

import java.util.Locale;

/** A field in which two readings of a message differ. */
record Difference(String field, String oracle, String ours) {

    private static final int SHOWN = 120;

    static Difference of(String field, Object oracle, Object ours) {
        return new Difference(field, shortened(oracle), shortened(ours));
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: oracle %s, ours %s", field, oracle, ours);
    }
}
