package dev.interloper.core.client;

import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.product.ProductFacts;
import dev.interloper.core.product.ProductField;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.spi.Evidence;
import dev.interloper.handshake.message.ClientHello;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a server whether its client is who it says, or somebody in between.
 *
 * <pre>{@code
 * ClientVerdict verdict = ClientInspector.create()
 *         .hello(clientHello)
 *         .userAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/131.0.0.0 Safari/537.36")
 *         .headerNames(List.of("Host", "User-Agent", "X-BlueCoat-Via"))
 *         .inspect();
 * }</pre>
 *
 * <p>The hello has to be the client's own: behind a load balancer that ends TLS it is the balancer's. Immutable, thread-safe; make
 * one and keep it.
 *
 * @since 0.1
 */
public final class ClientInspector {

    private final ProductCatalog products;
    private final HelloCatalog hellos;
    private final List<ClientSignal> signals;

    private ClientInspector(Builder from) {
        List<ClientSignal> all = new ArrayList<>(StandardClientSignals.all());
        all.addAll(from.signals);
        this.products = from.products;
        this.hellos = from.hellos;
        this.signals = List.copyOf(all);
    }

    /**
     * An inspector that knows the bundled products, hellos and signals.
     *
     * @return the same as {@code builder().build()}
     */
    public static ClientInspector create() {
        return builder().build();
    }

    /**
     * A builder, to set what differs from {@link #create()}.
     *
     * @return a fresh builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks at a client's first message.
     *
     * @param hello the ClientHello; after a HelloRetryRequest the first one
     * @return what else may be said of the client; nothing is judged yet
     */
    public ClientRequest hello(ClientHello hello) {
        return new ClientRequest(this, Objects.requireNonNull(hello, "hello"), null, List.of());
    }

    ClientVerdict inspect(ClientHello hello, @Nullable UserAgent userAgent, List<String> headerNames) {
        List<ProductMatch> matches = products.match(ProductFacts.builder()
                .addAll(ProductField.REQUEST_HEADER, headerNames)
                .build());
        ClientObservation client = new ClientObservation(hello, userAgent, headerNames, matches, hellos);
        List<Evidence> found = signals.stream()
                .flatMap(signal -> signal.examine(client).stream())
                .toList();
        return ClientVerdict.of(found, Culprit.of(client).orElse(null));
    }

    /** Sets what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final List<ClientSignal> signals = new ArrayList<>();
        private ProductCatalog products = ProductCatalog.bundled();
        private HelloCatalog hellos = HelloCatalog.bundled();

        private Builder() {}

        /**
         * The products whose header names are known, in place of the bundled ones.
         *
         * @param catalog products; only rows about request headers are used
         * @return this builder
         */
        public Builder products(ProductCatalog catalog) {
            this.products = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * The products' hellos that are known, in place of the bundled ones.
         *
         * @param catalog hellos
         * @return this builder
         */
        public Builder hellos(HelloCatalog catalog) {
            this.hellos = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * One more thing to look for.
         *
         * @param signal a signal of one's own
         * @return this builder
         */
        public Builder signal(ClientSignal signal) {
            signals.add(Objects.requireNonNull(signal, "signal"));
            return this;
        }

        /**
         * Builds the inspector; the builder can go on.
         *
         * @return an inspector
         */
        public ClientInspector build() {
            return new ClientInspector(this);
        }
    }
}
