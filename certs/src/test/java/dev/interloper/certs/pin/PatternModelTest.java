package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns and their precedence against the plain model: split into labels, compare, sort. */
class PatternModelTest {
    private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("a", "b", "ab", "ba", "xn--bcher-kva", "a-b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(labels -> String.join(".", labels));
    }

    @Provide
    Arbitrary<Set<String>> patterns() {
        return Arbitraries.of("", "*.", "**.")
                .flatMap(prefix -> hosts().map(prefix::concat))
                .set()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static boolean modelMatches(HostPattern pattern, String host) {
        List<String> base = List.of(pattern.base().split("\\."));
        List<String> labels = List.of(host.split("\\."));
        int more = labels.size() - base.size();
        if (more < 0 || !labels.subList(more, labels.size()).equals(base)) {
            return false;
        }
        return switch (pattern.scope()) {
            case EXACT -> more == 0;
            case ONE_LABEL -> more == 1;
            case SUBTREE -> true;
        };
    }

    private static List<HostPattern> model(List<HostPattern> patterns, String host) {
        return patterns.stream()
                .filter(p -> modelMatches(p, host))
                .sorted(Comparator.<HostPattern, Integer>comparing(
                                p -> -p.base().split("\\.").length)
                        .thenComparing(HostPattern::scope))
                .toList();
    }

    private static PinPolicy policy(List<HostPattern> patterns, Set<HostPattern> exempt, PatternOverlap overlap) {
        PinPolicy.Builder builder = PinPolicy.builder().overlap(overlap);
        for (HostPattern pattern : patterns) {
            if (exempt.contains(pattern)) {
                builder.exempt(pattern);
            } else {
                builder.add(pattern, PinSet.anyOf("set", PIN));
            }
        }
        return builder.build();
    }

    private static List<HostPattern> counting(PinPolicy policy, String host) {
        return policy.rulesFor(ServerName.parse(host)).stream()
                .map(PinRule::pattern)
                .toList();
    }

    @Property(tries = 2_000)
    void rulesFor_anyPatternsAndHost_areThoseOfTheModel(
            @ForAll("patterns") Set<String> texts,
            @ForAll("hosts") String host,
            @ForAll("patterns") Set<String> exempt) {
        List<HostPattern> patterns = texts.stream().map(HostPattern::parse).toList();
        Set<HostPattern> exempted =
                new LinkedHashSet<>(exempt.stream().map(HostPattern::parse).toList());
        List<HostPattern> matching = model(patterns, host);
        List<HostPattern> untilExempt = new ArrayList<>();
        for (HostPattern pattern : matching) {
            untilExempt.add(pattern);
            if (exempted.contains(pattern)) {
                break;
            }
        }

        assertThat(counting(policy(patterns, exempted, PatternOverlap.ALL_MATCHING), host))
                .isEqualTo(untilExempt);
        assertThat(counting(policy(patterns, exempted, PatternOverlap.MOST_SPECIFIC), host))
                .isEqualTo(matching.stream().limit(1).toList());
    }

    @Property(tries = 1_000)
    void matches_anyPatternAndHost_asTheModel(@ForAll("patterns") Set<String> texts, @ForAll("hosts") String host) {
        for (String text : texts) {
            HostPattern pattern = HostPattern.parse(text);

            assertThat(pattern.matches(host)).as(text).isEqualTo(modelMatches(pattern, host));
            assertThat(pattern.matches(host.toUpperCase(java.util.Locale.ROOT) + "."))
                    .isEqualTo(modelMatches(pattern, host));
            assertThat(HostPattern.parse(pattern.toString())).isEqualTo(pattern).hasToString(text);
        }
    }

    @Property(tries = 1_000)
    void matches_anyText_throwsNothing(@ForAll String host, @ForAll String pattern) {
        assertThat(HostPattern.parse("**.a").matches(host)).isIn(true, false);
        try {
            assertThat(HostPattern.parse(pattern).base()).isNotEmpty();
        } catch (PinSyntaxException e) {
            assertThat(e.line()).isEqualTo(1);
        }
    }
}
