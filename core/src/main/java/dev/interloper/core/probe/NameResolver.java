package dev.interloper.core.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves host names. Implementations must be thread-safe, and may block: a probe does not wait for them beyond its deadline.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface NameResolver {

    /**
     * Resolves a name.
     *
     * @param host the name
     * @return its addresses, the first to be tried first
     * @throws UnknownHostException if there is no such name, or nobody to ask
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /**
     * The system's resolver.
     *
     * @return a resolver that asks {@link InetAddress#getAllByName}
     */
    static NameResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
