package dev.interloper.core.client;

import dev.interloper.core.product.ProductMatch;
import dev.interloper.handshake.message.ClientHello;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server saw of one client. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ClientObservation {

    private final ClientHello hello;
    private final @Nullable UserAgent userAgent;
    private final List<String> headerNames;
    private final List<ProductMatch> products;
    private final List<KnownHello> knownHellos;
    private final HelloShape shape;
    private final List<Breach> breaches;
    private final @Nullable BrowserFamily lookalike;

    ClientObservation(
            ClientHello hello,
            @Nullable UserAgent userAgent,
            List<String> headerNames,
            List<ProductMatch> products,
            HelloCatalog catalog) {
        this.hello = hello;
        this.userAgent = userAgent;
        this.headerNames = headerNames;
        this.products = products;
        this.shape = new HelloShape(hello);
        this.knownHellos = catalog.match(shape);
        this.breaches = userAgent == null ? List.of() : breaches(userAgent);
        this.lookalike = isPlainlyItself() ? null : plainly();
    }

    private List<Breach> breaches(UserAgent client) {
        return BrowserTable.rowsFor(client).stream()
                .map(row -> new Breach(row, row.broken(shape)))
                .filter(breach -> !breach.numbers().isEmpty())
                .toList();
    }

    /** A new release still has its family's marks. */
    private boolean isPlainlyItself() {
        return userAgent == null
                || breaches.isEmpty()
                || (!contradicts(breaches) && Lookalike.marks(userAgent.family(), shape));
    }

    /** What a family was not seen to offer yet contradicts nothing. */
    private static boolean contradicts(List<Breach> breaches) {
        return breaches.stream().anyMatch(breach -> !breach.row().rule().isKnown());
    }

    /** Chromium and Firefox leave marks that hardly anything else has; a stack of the system's is no browser's mark. */
    private @Nullable BrowserFamily plainly() {
        return Arrays.stream(BrowserFamily.values())
                .filter(other -> userAgent == null || other != userAgent.family())
                .filter(other -> Lookalike.marks(other, shape))
                .filter(other ->
                        !contradicts(breaches(UserAgent.of(other, Lookalike.newest(other), ClientPlatform.UNKNOWN))))
                .findFirst()
                .orElse(null);
    }

    /**
     * The client's first message.
     *
     * @return the hello
     */
    public ClientHello hello() {
        return hello;
    }

    /**
     * What its user agent claims.
     *
     * @return empty if there was none
     */
    public Optional<UserAgent> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    /**
     * The names of the request's headers.
     *
     * @return in lower case, in the order received; empty if none are known
     */
    public List<String> headerNames() {
        return headerNames;
    }

    /**
     * The products whose header names were seen.
     *
     * @return the strongest first
     */
    public List<ProductMatch> products() {
        return products;
    }

    /**
     * The products that send such a hello.
     *
     * @return the strongest first
     */
    public List<KnownHello> knownHellos() {
        return knownHellos;
    }

    HelloShape shape() {
        return shape;
    }

    /** The rows that the hello breaks for the browser that the user agent names. */
    List<Breach> breaches() {
        return breaches;
    }

    /** Another browser whose hello this plainly is. */
    Optional<BrowserFamily> lookalike() {
        return Optional.ofNullable(lookalike);
    }

    /** Whether a browser is named of which something is known. */
    boolean namesBrowser() {
        return userAgent != null && userAgent.family() != BrowserFamily.OTHER;
    }

    /** Whether it breaks no row, and offers nothing that this family was not seen to offer. */
    boolean fits() {
        return namesBrowser() && shape.isComplete() && !shape.extensions().isEmpty() && breaches.isEmpty();
    }
}
