package dev.interloper.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgeShape;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the bundled table promises: every row is usable, and no two engines are mistaken for each other unnoticed. */
class EngineTableTest {

    /** The same limit as {@link EngineMatch#isNear}. */
    private static final double NEAR = 0.9;

    /** Pairs that one leaf cannot tell apart, and why. */
    private static final Map<String, String> ALIKE = Map.of(
            "martian ~ certtool",
            "both write the five extensions of RFC 5280 and identifiers that hash the whole key; only their order differs",
            "wiremock ~ nss-certutil",
            "both write no extension but the names, a serial number of four octets and printable strings");

    private final List<EnginePrint> prints = EngineCatalog.bundled().prints();

    @Test
    void bundled_rows_areDatedAndSourced() {
        assertThat(prints).hasSizeGreaterThan(80).allSatisfy(print -> {
            assertThat(print.engine()).matches("[a-z0-9][a-z0-9-]*");
            assertThat(print.variant()).isNotBlank();
            assertThat(print.source()).hasSizeGreaterThan(10);
            assertThat(print.date()).isAfter(LocalDate.of(2026, 1, 1)).isBefore(LocalDate.of(2100, 1, 1));
        });
        assertThat(prints).extracting(EnginePrint::kind).contains(EngineKind.INTERCEPTOR, EngineKind.TOOL);
    }

    @Test
    void bundled_rows_haveWhatOnlyTheCodeDecidesAndNothingOfTheOperatorsName() {
        assertThat(prints)
                .allSatisfy(print -> assertThat(print.shape().features().keySet())
                        .as(print.variant())
                        .contains(ForgeFeature.VERSION, ForgeFeature.EXTENSIONS, ForgeFeature.AUTHORITY_KEY_ID)
                        .doesNotContain(ForgeFeature.ISSUER, ForgeFeature.ALTERNATIVE_NAMES));
    }

    @Test
    void bundled_toolRows_leaveOutWhenTheCertificateWasMade() {
        assertThat(prints.stream().filter(print -> print.kind() == EngineKind.TOOL))
                .allSatisfy(print -> assertThat(print.shape().features().keySet())
                        .as(print.variant())
                        .doesNotContain(ForgeFeature.START, ForgeFeature.CHAIN));
    }

    @Test
    void bundled_engine_isOfOneKind() {
        Map<String, EngineKind> kinds = new TreeMap<>();
        assertThat(prints).allSatisfy(print -> {
            EngineKind kind = kinds.putIfAbsent(print.engine(), print.kind());
            assertThat(print.kind()).as(print.engine()).isEqualTo(kind == null ? print.kind() : kind);
        });
    }

    @Test
    void bundled_shapeOfAnEngine_standsThereOnce() {
        Set<String> seen = new HashSet<>();
        assertThat(prints)
                .allSatisfy(print -> assertThat(
                                seen.add(print.engine() + " " + print.shape().text() + " " + print.variant()))
                        .as(print.engine())
                        .isTrue());
    }

    @Test
    void match_eachRowItself_isCertain() {
        assertThat(prints).allSatisfy(print -> {
            List<EngineMatch> matches = EngineCatalog.bundled().match(print.shape());
            assertThat(matches.get(0).similarity()).isEqualTo(1.0);
            assertThat(matches)
                    .filteredOn(match -> match.engine().equals(print.engine()))
                    .singleElement()
                    .satisfies(match -> assertThat(match.similarity()).isEqualTo(1.0));
        });
    }

    @Test
    void bundled_rowsOfDifferentEngines_areFarApartOrListed() {
        Set<String> found = new TreeSet<>();
        for (EnginePrint engine : prints) {
            for (EnginePrint other : prints) {
                if (engine.kind() == EngineKind.INTERCEPTOR
                        && !engine.engine().equals(other.engine())
                        && near(engine.shape(), other.shape())
                        && (other.kind() == EngineKind.TOOL || engine.engine().compareTo(other.engine()) < 0)) {
                    found.add(engine.engine() + " ~ " + other.engine());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALIKE.keySet());
    }

    private static boolean near(ForgeShape one, ForgeShape other) {
        return one.similarity(other) >= NEAR;
    }
}
