package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrowserTableTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void rows_ofAFamily_areOfEveryKind(BrowserFamily family) {
        Set<BrowserRule> rules = BrowserTable.rows().stream()
                .filter(row -> row.family() == family)
                .map(BrowserRow::rule)
                .collect(Collectors.toSet());
        assertThat(rules)
                .contains(
                        BrowserRule.NEVER_EXTENSION,
                        BrowserRule.NEVER_SUITE,
                        BrowserRule.NEVER_GROUP,
                        BrowserRule.NEVER_SCHEME,
                        BrowserRule.NEVER_POINT_FORMAT,
                        BrowserRule.ALWAYS_VERSION,
                        BrowserRule.KNOWN_EXTENSION,
                        BrowserRule.KNOWN_SUITE,
                        BrowserRule.KNOWN_GROUP,
                        BrowserRule.KNOWN_SCHEME);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void neverRows_ofAllVersions_contradictNothingThatWasSeen(BrowserFamily family) {
        for (BrowserRow never : BrowserTable.rows()) {
            if (never.family() == family
                    && never.from() == 0
                    && never.rule().name().startsWith("NEVER_")) {
                assertThat(BrowserTable.rows())
                        .filteredOn(row -> row.family() == family
                                && row.rule().name().equals(never.rule().name().replace("NEVER", "KNOWN")))
                        .allSatisfy(known -> assertThat(known.values()).doesNotContainAnyElementsOf(never.values()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_carryAGradeAndASource(BrowserRule rule) {
        assertThat(BrowserTable.rows())
                .filteredOn(row -> row.rule() == rule)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.grade() == null).isEqualTo(rule.isKnown());
                    assertThat(row.source()).isNotBlank();
                    assertThat(row.through()).isGreaterThanOrEqualTo(row.from());
                });
    }
}
