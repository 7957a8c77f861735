package dev.interloper.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.certs.forgery.ForgeShapeException;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading a table of engines, and comparing with it. */
class EngineCatalogTest {

    private static final String COLUMNS = "engine\tkind\tvariant\tshape\tdate\tsource\n";
    private static final String REST = "\t2026-11-23\ta test\n";
    private static final String PLAIN =
            "forge1 ver=3 key=rsa2048 sig=sha256-rsa ext=eku,san serial=20 days=90d strings=u bc=- marks=-";
    private static final String RICH = "forge1 ver=3 ext=ski,aki,bc!,ku,eku,san ski=sha1 aki=k20is serial=8 bc=ee";

    private static EngineCatalog catalog(String... rows) throws IOException {
        return EngineCatalog.parse(new StringReader(COLUMNS + String.join("", rows)), "test.tsv");
    }

    private static String row(String engine, String shape) {
        return engine + "\tinterceptor\t1.0\t" + shape + REST;
    }

    private static ForgeShape shape(String text) throws ForgeShapeException {
        return ForgeShape.parse(text);
    }

    @Test
    void parse_row_readsEveryColumn() throws IOException {
        EngineCatalog catalog = catalog("# a comment\n", "\n", row("acme", PLAIN));
        assertThat(catalog.prints()).singleElement().satisfies(print -> {
            assertThat(print.engine()).isEqualTo("acme");
            assertThat(print.kind()).isEqualTo(EngineKind.INTERCEPTOR);
            assertThat(print.variant()).isEqualTo("1.0");
            assertThat(print.shape().feature(ForgeFeature.EXTENSIONS)).contains("eku,san");
            assertThat(print.date()).isEqualTo("2026-11-23");
            assertThat(print.source()).isEqualTo("a test");
        });
    }

    @Test
    void parse_rowTwice_keepsOne() throws IOException {
        assertThat(catalog(row("acme", PLAIN), row("acme", PLAIN)).prints()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme;tool;1;forge1 ver=3;2026-11-23|expected 6 cells separated by tabs, found 5",
                ";tool;1;forge1 ver=3;2026-11-23;x|in column engine, found",
                "acme;tool;1;forge1 ver=3;2026-11-23;|in column source, found",
                "acme;fridge;1;forge1 ver=3;2026-11-23;x|expected one of [interceptor, tool] in column kind",
                "acme;tool;1;forge9 ver=3;2026-11-23;x|expected forge1",
                "acme;tool;1;forge1 nose=3;2026-11-23;x|name of a feature",
                "acme;tool;1;forge1 ver=3;yesterday;x|yesterday"
            })
    void parse_badRow_namesLineAndReason(String row, String reason) {
        String text = "# head\n" + COLUMNS + "\n" + row.replace(';', '\t') + "\n";
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> EngineCatalog.parse(new StringReader(text), "mine.tsv"))
                .withMessageStartingWith("mine.tsv, line 4: ")
                .withMessageContaining(reason)
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo("mine.tsv");
                    assertThat(e.line()).isEqualTo(4);
                });
    }

    @Test
    void parse_noColumnNames_saysWhatTheyAre() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> EngineCatalog.parse(new StringReader(row("acme", PLAIN)), "mine.tsv"))
                .withMessage(
                        "mine.tsv, line 1: expected the names of the columns, separated by tabs: engine kind variant shape date source");
    }

    @Test
    void match_severalEngines_mostAlikeFirstAndEachOnce() throws IOException, ForgeShapeException {
        EngineCatalog catalog = catalog(
                row("far", RICH), row("near", PLAIN.replace("90d", "365d")), row("same", RICH), row("same", PLAIN));
        List<EngineMatch> matches = catalog.match(shape(PLAIN));
        assertThat(matches).extracting(EngineMatch::engine).containsExactly("same", "near", "far");
        assertThat(matches.get(0).similarity()).isEqualTo(1.0);
        assertThat(matches.get(0).isNear()).isTrue();
        assertThat(matches.get(1).similarity()).isLessThan(1.0).isGreaterThan(0.8);
        assertThat(matches.get(2).isNear()).isFalse();
    }

    @Test
    void match_featureThatTheRowLeavesOut_doesNotCount() throws IOException, ForgeShapeException {
        EngineCatalog catalog = catalog(row("acme", "forge1 ver=3 ext=eku,san"));
        assertThat(catalog.match(shape(PLAIN)).get(0).similarity()).isCloseTo(1, within(1e-9));
    }

    @Test
    void match_printOfFewFeatures_isNearToNobody() throws IOException, ForgeShapeException {
        EngineMatch match = catalog(row("acme", "forge1 ver=3 ext=eku,san"))
                .match(shape(PLAIN))
                .get(0);
        assertThat(match.similarity()).isEqualTo(1.0);
        assertThat(match.overlap()).isLessThan(0.4);
        assertThat(match.isNear()).isFalse();
    }

    @Test
    void match_equallyAlike_ordersByName() throws IOException, ForgeShapeException {
        EngineCatalog catalog = catalog(row("zebra", PLAIN), row("adder", PLAIN));
        assertThat(catalog.match(shape(PLAIN))).extracting(EngineMatch::engine).containsExactly("adder", "zebra");
    }

    @Test
    void plus_usersRow_isUsedBesideTheBundledOnes() throws IOException, ForgeShapeException {
        ForgeShape odd = shape("forge1 ver=3 key=rsa1536 ext=ian,nstype serial=uuid days=77d subject=dc,dc,cn.h");
        EngineCatalog mine = EngineCatalog.bundled().plus(catalog(row("in-house", odd.text())));
        assertThat(EngineCatalog.bundled().match(odd).get(0).isNear()).isFalse();
        assertThat(mine.match(odd).get(0).engine()).isEqualTo("in-house");
        assertThat(mine.engines())
                .contains("in-house", "squid")
                .containsAll(EngineCatalog.bundled().engines());
    }

    @Test
    void without_engine_leavesNoPrintOfIt() throws IOException {
        EngineCatalog catalog = catalog(row("acme", PLAIN), row("acme", RICH), row("other", RICH));
        assertThat(catalog.without("acme").engines()).containsExactly("other");
        assertThat(catalog.without("nobody").prints()).isEqualTo(catalog.prints());
        assertThat(catalog.engines()).containsExactly("acme", "other");
    }

    @Test
    void bundled_always_isTheSame() {
        assertThat(EngineCatalog.bundled()).isSameAs(EngineCatalog.bundled());
    }
}
