package dev.interloper.certs.pin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what holds for a host in one pass over its name, from the right, without making any object. What overlapping
 * patterns add up to is worked out beforehand.
 */
final class HostTable {
    private static final class Node {
        final String base;
        final int hash;
        final @Nullable Node next;

        @Nullable
        HostRule itself;

        @Nullable
        HostRule oneBelow;

        @Nullable
        HostRule deeper;

        Node(String base, int hash, @Nullable Node next) {
            this.base = base;
            this.hash = hash;
            this.next = next;
        }
    }

    private final Map<HostPattern, PinRule> rules = new LinkedHashMap<>();
    private final PatternOverlap overlap;
    private final @Nullable Node[] buckets;

    HostTable(Collection<PinRule> given, PatternOverlap overlap) {
        this.overlap = overlap;
        given.forEach(r -> rules.put(r.pattern(), r));
        this.buckets = new Node[Math.max(16, Integer.highestOneBit(2 * given.size()) * 2)];
        for (PinRule rule : given) {
            String base = rule.pattern().base();
            int hash = hash(base);
            if (node(hash, base, 0) == null) {
                int slot = slot(hash);
                buckets[slot] = fill(new Node(base, hash, buckets[slot]));
            }
        }
    }

    private Node fill(Node node) {
        boolean subtree = has(HostPattern.Scope.SUBTREE, node.base);
        if (subtree || has(HostPattern.Scope.EXACT, node.base)) {
            List<HostPattern> order = new ArrayList<>();
            order.add(pattern(HostPattern.Scope.EXACT, node.base));
            order.add(pattern(HostPattern.Scope.SUBTREE, node.base));
            String parent = parent(node.base);
            if (!parent.isEmpty()) {
                order.add(pattern(HostPattern.Scope.ONE_LABEL, parent));
                subtrees(parent, order);
            }
            node.itself = combine(order);
        }
        if (subtree || has(HostPattern.Scope.ONE_LABEL, node.base)) {
            List<HostPattern> order = new ArrayList<>();
            order.add(pattern(HostPattern.Scope.ONE_LABEL, node.base));
            subtrees(node.base, order);
            node.oneBelow = combine(order);
        }
        if (subtree) {
            List<HostPattern> order = new ArrayList<>();
            subtrees(node.base, order);
            node.deeper = combine(order);
        }
        return node;
    }

    private static void subtrees(String base, List<HostPattern> into) {
        for (String name = base; !name.isEmpty(); name = parent(name)) {
            into.add(pattern(HostPattern.Scope.SUBTREE, name));
        }
    }

    private HostRule combine(List<HostPattern> mostSpecificFirst) {
        List<PinRule> counting = new ArrayList<>();
        for (HostPattern pattern : mostSpecificFirst) {
            PinRule rule = rules.get(pattern);
            if (rule != null) {
                counting.add(rule);
                if (rule.exempt() || overlap == PatternOverlap.MOST_SPECIFIC) {
                    break;
                }
            }
        }
        return new HostRule(counting);
    }

    private boolean has(HostPattern.Scope scope, String base) {
        return rules.containsKey(pattern(scope, base));
    }

    private static HostPattern pattern(HostPattern.Scope scope, String base) {
        return HostPattern.canonical(scope, base);
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** What holds for a host in its normalised form. */
    HostRule find(String host) {
        int firstDot = host.indexOf('.');
        int hash = 0;
        HostRule found = HostRule.NONE;
        for (int i = host.length() - 1; i >= 0; i--) {
            char c = host.charAt(i);
            if (c == '.') {
                Node node = node(hash, host, i + 1);
                if (node != null) {
                    HostRule rule = i == firstDot ? node.oneBelow : node.deeper;
                    found = rule == null ? found : rule;
                }
            }
            hash = 31 * hash + c;
        }
        Node own = node(hash, host, 0);
        return own == null || own.itself == null ? found : own.itself;
    }

    private @Nullable Node node(int hash, String host, int from) {
        for (Node node = buckets[slot(hash)]; node != null; node = node.next) {
            if (node.hash == hash && node.base.length() == host.length() - from && host.startsWith(node.base, from)) {
                return node;
            }
        }
        return null;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & (buckets.length - 1);
    }

    private static int hash(String base) {
        int hash = 0;
        for (int i = base.length() - 1; i >= 0; i--) {
            hash = 31 * hash + base.charAt(i);
        }
        return hash;
    }
}
