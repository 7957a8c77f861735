package dev.interloper.core.product;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One fact about one product: what to look for, where, and how much it says. Immutable, thread-safe.
 *
 * <p>What a pattern claims must be something that it can know, so building one fails if it claims too much: a field has an
 * upper bound ({@link ProductField#strongest()}), a prefix or a substring is never exact, and a regular expression that is
 * more than weak is anchored at both ends, {@code ^} to {@code $}, and has to match the whole value.
 *
 * @since 0.1
 */
public final class ProductPattern {

    /** The longest pattern, in characters. */
    public static final int MAX_PATTERN_LENGTH = 512;

    private static final Pattern ANCHORED = Pattern.compile("(?s)(?:\\(\\?[a-z]+\\))?\\^.*(?<!\\\\)\\$");

    private final Product product;
    private final ProductField field;
    private final MatchKind match;
    private final String pattern;
    private final Strength strength;
    private final LocalDate date;
    private final String source;
    private final @Nullable Pattern regex;

    private ProductPattern(
            Product product,
            ProductField field,
            MatchKind match,
            String pattern,
            Strength strength,
            LocalDate date,
            String source) {
        this.product = Objects.requireNonNull(product, "product");
        this.field = Objects.requireNonNull(field, "field");
        this.match = Objects.requireNonNull(match, "match");
        this.pattern = Objects.requireNonNull(pattern, "pattern");
        this.strength = Objects.requireNonNull(strength, "strength");
        this.date = Objects.requireNonNull(date, "date");
        this.source = Objects.requireNonNull(source, "source");
        this.regex = match == MatchKind.REGEX ? compile(pattern) : null;
        check();
    }

    /**
     * States a fact.
     *
     * @param product whom it gives away
     * @param field where to look
     * @param match how to compare
     * @param pattern what to look for, 1 to {@value #MAX_PATTERN_LENGTH} characters, in the field's form
     * @param strength how much it says
     * @param date when the fact was entered or last checked
     * @param source where it comes from, for a reader who wants to check it
     * @return the pattern
     * @throws NullPointerException if any argument is null
     * @throws IllegalArgumentException if the pattern is malformed or claims more than it can know; the message says what
     *     was expected
     */
    public static ProductPattern of(
            Product product,
            ProductField field,
            MatchKind match,
            String pattern,
            Strength strength,
            LocalDate date,
            String source) {
        return new ProductPattern(product, field, match, pattern, strength, date, source);
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Expected a regular expression: " + e.getDescription(), e);
        }
    }

    private void check() {
        if (source.isBlank()) {
            throw new IllegalArgumentException("Expected a source, found none");
        }
        if (pattern.isEmpty() || pattern.length() > MAX_PATTERN_LENGTH) {
            throw new IllegalArgumentException(
                    "Expected a pattern of 1 to " + MAX_PATTERN_LENGTH + " characters, found " + pattern.length());
        }
        if (!field.accepts(match, pattern)) {
            throw new IllegalArgumentException("Expected " + field.expectedForm() + " for " + field.key());
        }
        if (match != MatchKind.REGEX && !field.normalize(pattern).equals(pattern)) {
            throw new IllegalArgumentException("Expected lower case for " + field.key()
                    + ", because values are brought to lower case before they are compared");
        }
        if (strength.compareTo(field.strongest()) > 0) {
            throw new IllegalArgumentException("Expected at most "
                    + field.strongest().key() + " for " + field.key() + ", found " + strength.key());
        }
        if (strength == Strength.EXACT && (match == MatchKind.PREFIX || match == MatchKind.CONTAINS)) {
            throw new IllegalArgumentException("Expected at most strong for " + match.key() + ", found exact");
        }
        if (match == MatchKind.REGEX
                && strength != Strength.WEAK
                && !ANCHORED.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "Expected an anchored regular expression, ^ to $, because it is not weak: " + pattern);
        }
    }

    /**
     * Whom this pattern gives away.
     *
     * @return the product
     */
    public Product product() {
        return product;
    }

    /**
     * Where this pattern looks.
     *
     * @return the field
     */
    public ProductField field() {
        return field;
    }

    /**
     * How this pattern is compared.
     *
     * @return the kind of match
     */
    public MatchKind match() {
        return match;
    }

    /**
     * What this pattern looks for.
     *
     * @return a text, or a regular expression if {@link #match()} says so
     */
    public String pattern() {
        return pattern;
    }

    /**
     * How much a match says.
     *
     * @return the strength
     */
    public Strength strength() {
        return strength;
    }

    /**
     * When the fact was entered or last checked against its source.
     *
     * @return a date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * Where the fact comes from.
     *
     * @return a repository and path, a document or a sighting; for humans
     */
    public String source() {
        return source;
    }

    /** A value that was cut has lost its end, so only what its beginning shows can match. */
    boolean matches(FactValue value) {
        String text = value.text();
        return switch (match) {
            case EQUALS -> !value.cut() && text.equals(pattern);
            case PREFIX -> text.startsWith(pattern);
            case CONTAINS -> text.contains(pattern);
            case REGEX -> !value.cut() && regex != null && found(regex.matcher(text));
        };
    }

    /** The whole value unless weak: "^a|b$" looks anchored and is not, and "$" alone lets a line break pass. */
    private boolean found(Matcher matcher) {
        return strength == Strength.WEAK ? matcher.find() : matcher.matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductPattern that
                && product.equals(that.product)
                && field == that.field
                && match == that.match
                && pattern.equals(that.pattern)
                && strength == that.strength
                && date.equals(that.date)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(product, field, match, pattern, strength, date, source);
    }

    /**
     * The fact as a sentence part, safe to print.
     *
     * @return for example {@code issuer-cn equals "mitmproxy" (exact, mitmproxy)}
     */
    @Override
    public String toString() {
        return field.key() + ' ' + match.key() + " \"" + SafeText.of(pattern) + "\" (" + strength.key() + ", " + product
                + ')';
    }
}
