package dev.interloper.core.product;

/** An observed value, and whether its end was cut off because it was too long. */
record FactValue(String text, boolean cut) {

    /** Cuts before anything else looks at the value, so that no later step ever handles a long one. */
    static FactValue of(ProductField field, String value) {
        boolean cut = value.length() > ProductFacts.MAX_VALUE_LENGTH;
        return new FactValue(field.normalize(cut ? value.substring(0, ProductFacts.MAX_VALUE_LENGTH) : value), cut);
    }
}
