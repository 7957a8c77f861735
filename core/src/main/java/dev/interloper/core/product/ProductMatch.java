package dev.interloper.core.product;

import java.util.Comparator;
import java.util.Objects;

/**
 * A pattern that matched, with the value it matched. It says who it may be, not that there is an interception: that is for
 * a verdict to weigh, and {@link Strength#WEAK} matches weigh nothing in it. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ProductMatch {

    static final Comparator<ProductMatch> STRONGEST_FIRST = Comparator.comparing(
                    (ProductMatch match) -> match.pattern.strength())
            .reversed()
            .thenComparing(match -> match.pattern.field())
            .thenComparing(match -> match.pattern.match())
            .thenComparing(match -> match.pattern.product().name())
            .thenComparing(match -> match.pattern.pattern());

    private final ProductPattern pattern;
    private final String value;

    ProductMatch(ProductPattern pattern, FactValue value) {
        this.pattern = pattern;
        this.value = SafeText.of(value.text());
    }

    /**
     * Who it may be.
     *
     * @return the product
     */
    public Product product() {
        return pattern.product();
    }

    /**
     * What matched, with its strength and source.
     *
     * @return the pattern
     */
    public ProductPattern pattern() {
        return pattern;
    }

    /**
     * The value that matched, safe to print: what does not print is shown as <code>&#92;u{...}</code>, and a long value
     * is shortened.
     *
     * @return printable text
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductMatch that && pattern.equals(that.pattern) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pattern, value);
    }

    /**
     * The match as a sentence, safe to print.
     *
     * @return for example {@code issuer-cn "mitmproxy" names mitmproxy by mitmproxy (exact)}
     */
    @Override
    public String toString() {
        String verb = switch (pattern.strength()) {
            case EXACT -> "names";
            case STRONG -> "points to";
            case WEAK -> "may hint at";
        };
        return pattern.field().key() + " \"" + value + "\" " + verb + ' '
                + product().name() + " by " + product().vendor() + " ("
                + pattern.strength().key() + ')';
    }
}
