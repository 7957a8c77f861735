package dev.interloper.certs.internal.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The valid policy graph of RFC 9618: per depth at most one node a policy, so that its size is that of the extensions.
 * Only the deepest nodes are kept by policy; those above that nothing leads to are out of reach and so pruned. Of one
 * evaluation, not thread-safe.
 */
public final class PolicyGraph {
    private static final String ANY = PolicyExtensions.ANY_POLICY;

    private final int maxNodes;
    private Map<String, Node> deepest = new LinkedHashMap<>();
    private int nodes = 1;

    private static final class Node {
        final String policy;
        final List<Node> parents;
        Set<String> expected;

        Node(String policy, List<Node> parents, Set<String> expected) {
            this.policy = policy;
            this.parents = parents;
            this.expected = expected;
        }
    }

    public PolicyGraph(int maxNodes) {
        this.maxNodes = maxNodes;
        deepest.put(ANY, new Node(ANY, List.of(), Set.of(ANY)));
    }

    /** Whether no policy is valid (any more). */
    public boolean isNull() {
        return deepest.isEmpty();
    }

    /** Whether there would have been more nodes than allowed; from then on no policy is valid. */
    public boolean exhausted() {
        return nodes > maxNodes;
    }

    public void clear() {
        deepest.clear();
    }

    /** One certificate deeper (RFC 5280 6.1.3 (d)). */
    public void descend(Collection<String> policies, boolean anyPolicyCounts) {
        Map<String, List<Node>> expecting = new LinkedHashMap<>();
        for (Node node : deepest.values()) {
            node.expected.forEach(policy ->
                    expecting.computeIfAbsent(policy, key -> new ArrayList<>()).add(node));
        }
        Map<String, Node> next = new LinkedHashMap<>();
        for (String policy : policies) {
            List<Node> parents = expecting.getOrDefault(policy, List.of());
            if (parents.isEmpty() && deepest.containsKey(ANY)) {
                parents = List.of(deepest.get(ANY));
            }
            if (!policy.equals(ANY) && !parents.isEmpty()) {
                put(next, new Node(policy, parents, Set.of(policy)));
            }
        }
        if (anyPolicyCounts && policies.contains(ANY)) {
            expecting.forEach((policy, parents) -> {
                if (!next.containsKey(policy)) {
                    put(next, new Node(policy, parents, Set.of(policy)));
                }
            });
        }
        deepest = next;
        if (exhausted()) {
            clear();
        }
    }

    /** Lets policies of the subject stand for those of the issuer (RFC 5280 6.1.4 (b) (1)). */
    public void map(Map<String, Set<String>> mappings) {
        mappings.forEach((issuers, subjects) -> {
            Node node = deepest.get(issuers);
            Node any = deepest.get(ANY);
            if (node != null) {
                node.expected = subjects;
            } else if (any != null) {
                put(deepest, new Node(issuers, any.parents, subjects));
            }
        });
        if (exhausted()) {
            clear();
        }
    }

    /** Drops policies that are mapped where mapping is inhibited (RFC 5280 6.1.4 (b) (2)). */
    public void drop(Set<String> mapped) {
        deepest.keySet().removeAll(mapped);
    }

    private void put(Map<String, Node> level, Node node) {
        nodes++;
        if (!exhausted()) {
            level.put(node.policy, node);
        }
    }

    /** The policies of the authorities, in the words of the first of them (RFC 5280 6.1.5 (g)). */
    public Set<String> authorityConstrained() {
        Set<String> found = new LinkedHashSet<>();
        if (deepest.containsKey(ANY)) {
            found.add(ANY);
        }
        Set<Node> seen = new HashSet<>(deepest.values());
        Deque<Node> open = new ArrayDeque<>(deepest.values());
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (!node.policy.equals(ANY) && node.parents.stream().anyMatch(p -> p.policy.equals(ANY))) {
                found.add(node.policy);
            }
            for (Node parent : node.parents) {
                if (seen.add(parent)) {
                    open.addLast(parent);
                }
            }
        }
        return found;
    }

    /** Those among them that are wanted (RFC 5280 6.1.5 (g)). */
    public Set<String> userConstrained(Set<String> wanted) {
        Set<String> authority = authorityConstrained();
        if (wanted.contains(ANY)) {
            return authority;
        }
        if (authority.contains(ANY)) {
            return wanted;
        }
        authority.retainAll(wanted);
        return authority;
    }
}
