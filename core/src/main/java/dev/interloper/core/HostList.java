package dev.interloper.core;

import java.util.List;
import java.util.TreeSet;

/**
 * Hosts, each once, in alphabetical order; of too many the first ones. Immutable, thread-safe.
 *
 * @param hosts the hosts
 * @param truncated whether there are more
 * @since 0.1
 */
public record HostList(List<String> hosts, boolean truncated) {

    /** Hosts that are kept. */
    static final int MAX_HOSTS = 200;

    /**
     * A list.
     *
     * @param hosts the hosts
     * @param truncated whether there are more
     * @throws NullPointerException if the list is null
     */
    public HostList {
        hosts = List.copyOf(hosts);
    }

    /**
     * Whether there is none.
     *
     * @return whether the list is empty
     */
    public boolean isEmpty() {
        return hosts.isEmpty();
    }

    /** The hosts, joined. */
    @Override
    public String toString() {
        return String.join(", ", hosts) + (truncated ? " and others" : "");
    }

    /** Collects hosts in any order. */
    static final class Collector {
        private final TreeSet<String> hosts = new TreeSet<>();
        private boolean truncated;

        void add(String host) {
            hosts.add(host);
            if (hosts.size() > MAX_HOSTS) {
                hosts.pollLast();
                truncated = true;
            }
        }

        HostList list() {
            return new HostList(List.copyOf(hosts), truncated);
        }
    }
}
