package dev.interloper.core;

import dev.interloper.core.product.Product;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the middle of connections of a capture: one product or engine under one issuer's name. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Interceptor {

    private final @Nullable Product product;
    private final @Nullable String engine;
    private final String issuer;
    private final long connections;
    private final HostList hosts;

    Interceptor(@Nullable Product product, @Nullable String engine, String issuer, long connections, HostList hosts) {
        this.product = product;
        this.engine = engine;
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.connections = connections;
        this.hosts = Objects.requireNonNull(hosts, "hosts");
    }

    /**
     * The product.
     *
     * @return empty if it is unknown
     */
    public Optional<Product> product() {
        return Optional.ofNullable(product);
    }

    /**
     * The engine that it forges with.
     *
     * @return empty if it is like none that is known
     */
    public Optional<String> engine() {
        return Optional.ofNullable(engine);
    }

    /**
     * The issuer in its certificates.
     *
     * @return a name that is safe to print; empty where no certificate was seen
     */
    public String issuer() {
        return issuer;
    }

    /**
     * How many connections it intercepts.
     *
     * @return the number
     */
    public long connections() {
        return connections;
    }

    /**
     * The hosts that it intercepts.
     *
     * @return at least one
     */
    public HostList hosts() {
        return hosts;
    }

    /** Its product or engine, and its issuer. */
    @Override
    public String toString() {
        String name = product != null
                ? product.name()
                : engine != null ? "an engine like " + engine : "an unknown interceptor";
        return name + (issuer.isEmpty() ? "" : ", as \"" + issuer + "\"");
    }
}
