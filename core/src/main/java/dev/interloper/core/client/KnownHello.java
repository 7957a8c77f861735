package dev.interloper.core.client;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.Strength;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello that an interception product sends towards servers. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class KnownHello {

    private static final int SERVER_NAME = 0;

    private final Product product;
    private final int version;
    private final @Nullable List<Integer> suites;
    private final List<Integer> extensions;
    private final @Nullable List<Integer> groups;
    private final @Nullable List<Integer> pointFormats;
    private final Strength strength;
    private final String source;

    KnownHello(
            Product product,
            int version,
            @Nullable List<Integer> suites,
            List<Integer> extensions,
            @Nullable List<Integer> groups,
            @Nullable List<Integer> pointFormats,
            Strength strength,
            String source) {
        this.product = product;
        this.version = version;
        this.suites = suites;
        this.extensions = extensions;
        this.groups = groups;
        this.pointFormats = pointFormats;
        this.strength = strength;
        this.source = source;
    }

    /**
     * Who sends it.
     *
     * @return the product
     */
    public Product product() {
        return product;
    }

    /**
     * How much a match says.
     *
     * @return weak for a hello that other programs with the same TLS library send too
     */
    public Strength strength() {
        return strength;
    }

    /**
     * Where it was seen.
     *
     * @return for a reader who wants to check it
     */
    public String source() {
        return source;
    }

    /**
     * The cipher suites, in the order of the wire.
     *
     * @return empty if the product takes over those of its client
     */
    public Optional<List<Integer>> cipherSuites() {
        return Optional.ofNullable(suites);
    }

    /** What depends on the single connection is left aside: padding, and the name where there is only an address. */
    boolean matches(HelloShape hello) {
        return hello.isComplete()
                && version == hello.legacyVersion()
                && !hello.hasGrease()
                && (suites == null || suites.equals(hello.suites()))
                && (groups == null || groups.equals(hello.groups()))
                && (pointFormats == null || pointFormats.equals(hello.pointFormats()))
                && matchesExtensions(hello.extensions());
    }

    private boolean matchesExtensions(List<Integer> offered) {
        List<Integer> seen = without(offered, HelloShape.PADDING);
        return extensions.equals(seen)
                || (!seen.contains(SERVER_NAME)
                        && without(extensions, SERVER_NAME).equals(seen));
    }

    private static List<Integer> without(List<Integer> types, int type) {
        return types.stream().filter(other -> other != type).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownHello that
                && product.equals(that.product)
                && version == that.version
                && Objects.equals(suites, that.suites)
                && extensions.equals(that.extensions)
                && Objects.equals(groups, that.groups)
                && Objects.equals(pointFormats, that.pointFormats)
                && strength == that.strength
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(product, version, suites, extensions, groups, pointFormats, strength, source);
    }

    /** The product and the strength. */
    @Override
    public String toString() {
        return "a hello of " + product.name() + " (" + strength.key() + ")";
    }
}
