package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Observation;
import java.util.List;
import java.util.TreeMap;

/**
 * What all connections of a capture come to: who intercepts what, which hosts are exempt, and what is common to them. Does not
 * depend on the connections' order. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Overview {

    private static final int MAX_NAME = 253;

    private final List<Interceptor> interceptors;
    private final HostList direct;
    private final HostList undecided;
    private final List<String> common;

    private Overview(List<Interceptor> interceptors, HostList direct, HostList undecided, List<String> common) {
        this.interceptors = List.copyOf(interceptors);
        this.direct = direct;
        this.undecided = undecided;
        this.common = List.copyOf(common);
    }

    /**
     * Collects inspections one by one; keeps names, not connections.
     *
     * @return an empty collector
     */
    public static Collector collector() {
        return new Collector();
    }

    /**
     * Who intercepts.
     *
     * @return in the order of their names; empty if nobody does
     */
    public List<Interceptor> interceptors() {
        return interceptors;
    }

    /**
     * The hosts that were reached directly; beside an interceptor they are those that it exempts.
     *
     * @return perhaps none
     */
    public HostList direct() {
        return direct;
    }

    /**
     * The hosts of which it could not be told.
     *
     * @return perhaps none
     */
    public HostList undecided() {
        return undecided;
    }

    /**
     * What is common to the exempt hosts and not to the intercepted ones.
     *
     * @return sentences; empty if nobody intercepts, nothing is exempt, or nothing is common
     */
    public List<String> common() {
        return common;
    }

    /** Who intercepts how much. */
    @Override
    public String toString() {
        if (interceptors.isEmpty()) {
            return "nobody intercepts";
        }
        StringBuilder text = new StringBuilder();
        for (Interceptor interceptor : interceptors) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(interceptor)
                    .append(": ")
                    .append(interceptor.hosts());
        }
        return text + (direct.isEmpty() ? "" : "; exempt: " + direct);
    }

    /** Collects inspections. Not thread-safe. */
    public static final class Collector {
        /** Different interceptors that are kept apart; there is rarely more than one. */
        private static final int MAX_INTERCEPTORS = 50;

        private final TreeMap<String, Group> groups = new TreeMap<>();
        private final HostList.Collector direct = new HostList.Collector();
        private final HostList.Collector undecided = new HostList.Collector();
        private final SharedTraits exemptTraits = new SharedTraits();
        private final SharedTraits interceptedTraits = new SharedTraits();

        private Collector() {}

        /**
         * Takes an inspection into account.
         *
         * @param inspection of one connection
         */
        public void add(Inspection inspection) {
            Observation seen = inspection.observation();
            String host = seen.serverName()
                    .map(ServerName::text)
                    .map(Overview::printable)
                    .orElse("(no host)");
            switch (inspection.verdict().outcome()) {
                case INTERCEPTED -> {
                    group(inspection.verdict(), seen).add(host);
                    interceptedTraits.add(seen);
                }
                case DIRECT -> {
                    direct.add(host);
                    exemptTraits.add(seen);
                }
                case INCONCLUSIVE -> undecided.add(host);
            }
        }

        private Group group(Verdict verdict, Observation seen) {
            String issuer =
                    seen.forgePrint().map(leaf -> leaf.issuer().printable()).orElse("");
            Group fresh = new Group(verdict, issuer);
            String key = fresh.done().toString();
            Group group = groups.computeIfAbsent(key, name -> fresh);
            if (groups.size() > MAX_INTERCEPTORS) {
                groups.pollLastEntry();
            }
            return group;
        }

        /**
         * What was collected so far.
         *
         * @return an immutable overview
         */
        public Overview overview() {
            List<Interceptor> interceptors =
                    groups.values().stream().map(Group::done).toList();
            return new Overview(
                    interceptors,
                    direct.list(),
                    undecided.list(),
                    interceptors.isEmpty() ? List.of() : exemptTraits.unlike(interceptedTraits));
        }
    }

    private static String printable(String host) {
        boolean safe = host.length() <= MAX_NAME && host.codePoints().allMatch(c -> c > ' ' && c < 0x7f);
        return safe ? host : "(a name that cannot be printed)";
    }

    /** One interceptor so far. */
    private static final class Group {
        private final Verdict verdict;
        private final String issuer;
        private final HostList.Collector hosts = new HostList.Collector();
        private long connections;

        Group(Verdict verdict, String issuer) {
            this.verdict = verdict;
            this.issuer = issuer;
        }

        void add(String host) {
            hosts.add(host);
            connections++;
        }

        Interceptor done() {
            return new Interceptor(
                    verdict.product().orElse(null), verdict.engine().orElse(null), issuer, connections, hosts.list());
        }
    }
}
