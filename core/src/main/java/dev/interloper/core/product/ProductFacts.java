package dev.interloper.core.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of a connection, in the terms that products are known by. Immutable, thread-safe.
 *
 * <p>Values come from a peer and are taken as hostile: each is cut to {@value #MAX_VALUE_LENGTH} characters before
 * anything else looks at it, and no field keeps more than {@value #MAX_VALUES_PER_FIELD} different values. A value that
 * was cut matches only a prefix or a substring, never a whole text or a regular expression.
 *
 * @since 0.1
 */
public final class ProductFacts {

    /** The most characters of a value that are kept. Names in certificates have 64 at most (RFC 5280, appendix A.1). */
    public static final int MAX_VALUE_LENGTH = 1024;

    /** The most different values that are kept for one field; the first ones are. */
    public static final int MAX_VALUES_PER_FIELD = 64;

    private static final ProductFacts NONE = builder().build();

    private final Map<ProductField, List<FactValue>> values;

    private ProductFacts(Map<ProductField, List<FactValue>> values) {
        Map<ProductField, List<FactValue>> copy = new EnumMap<>(ProductField.class);
        values.forEach((field, list) -> copy.put(field, List.copyOf(list)));
        this.values = copy;
    }

    /**
     * No facts at all, which no pattern matches.
     *
     * @return empty facts
     */
    public static ProductFacts none() {
        return NONE;
    }

    /**
     * Starts collecting facts.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What is known for a field.
     *
     * @param field where to look
     * @return the values in the form that patterns are compared with, in the order they were added; raw text of a peer,
     *     not safe to print; never null, immutable
     */
    public List<String> values(ProductField field) {
        return kept(field).stream().map(FactValue::text).toList();
    }

    List<FactValue> kept(ProductField field) {
        return values.getOrDefault(field, List.of());
    }

    /**
     * How much is known, without the values themselves.
     *
     * @return for example {@code 3 values in [ISSUER_CN, ISSUER_O]}
     */
    @Override
    public String toString() {
        return values.values().stream().mapToInt(List::size).sum() + " values in " + values.keySet();
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {

        private final Map<ProductField, List<FactValue>> values = new EnumMap<>(ProductField.class);

        private Builder() {}

        /**
         * Adds a value. Certificate hashes may be given in either case and with colons, header names in either case; all
         * other values are taken as they are. Empty values and repetitions are ignored, and so are values beyond
         * {@value ProductFacts#MAX_VALUES_PER_FIELD}.
         *
         * @param field where it was seen
         * @param value what was seen, of any length and content
         * @return this builder
         * @throws NullPointerException if an argument is null
         */
        public Builder add(ProductField field, String value) {
            FactValue kept = FactValue.of(field, value);
            List<FactValue> list = values.computeIfAbsent(field, key -> new ArrayList<>());
            if (!kept.text().isEmpty() && list.size() < MAX_VALUES_PER_FIELD && !list.contains(kept)) {
                list.add(kept);
            }
            return this;
        }

        /**
         * Adds values in order, each as {@link #add(ProductField, String)} does.
         *
         * @param field where they were seen
         * @param values what was seen
         * @return this builder
         * @throws NullPointerException if an argument or a value is null
         */
        public Builder addAll(ProductField field, Collection<String> values) {
            values.forEach(value -> add(field, value));
            return this;
        }

        /**
         * Takes a snapshot; the builder can go on.
         *
         * @return the facts so far
         */
        public ProductFacts build() {
            return new ProductFacts(values);
        }
    }
}
