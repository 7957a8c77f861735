package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.product.Strength;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloCatalogTest {

    private static final String HEAD =
            "product\tvendor\tkind\tversion\tsuites\textensions\tgroups\tformats\tstrength\tdate\tsource\n";
    private static final String ROW = "P\tV\tfirewall\t0303\tc02b,c02f\t0,a\t17\t-\texact\t2026-11-23\there\n";

    private static HelloCatalog parse(String text) throws IOException {
        return HelloCatalog.parse(new StringReader(text), "mine.tsv");
    }

    @Test
    void bundled_products_areNamedAsInTheOtherCatalog() {
        Map<String, Product> names = new HashMap<>();
        ProductCatalog.bundled()
                .patterns()
                .forEach(row -> names.put(row.product().name(), row.product()));
        assertThat(HelloCatalog.bundled().hellos()).hasSizeGreaterThan(40).allSatisfy(hello -> {
            assertThat(names.getOrDefault(hello.product().name(), hello.product()))
                    .isEqualTo(hello.product());
            assertThat(hello.source()).isNotBlank();
        });
    }

    @Test
    void bundled_withAnySuite_isNeverExact() {
        assertThat(HelloCatalog.bundled().hellos())
                .filteredOn(hello -> hello.cipherSuites().isEmpty())
                .isNotEmpty()
                .allMatch(hello -> hello.strength() != Strength.EXACT);
    }

    @Test
    void match_ofABrowsersHello_isEmpty() {
        assertThat(HelloCatalog.bundled().match(Hellos.chromium().build())).isEmpty();
        assertThat(HelloCatalog.bundled().match(Hellos.firefox().build())).isEmpty();
        assertThat(HelloCatalog.bundled().match(Hellos.chrome48().build())).isEmpty();
        assertThat(HelloCatalog.bundled().match(Hellos.explorer().build())).isEmpty();
    }

    @Test
    void match_ignoresPaddingAndAMissingName_butNoOrder() throws IOException {
        HelloCatalog mine = parse(HEAD + ROW);
        Hellos hello = Hellos.empty().suites(0xc02b, 0xc02f).name("a.example").groups(0x17);
        assertThat(mine.match(hello.build())).hasSize(1);
        assertThat(mine.match(hello.extension(21, 0, 0).build())).hasSize(1);
        assertThat(mine.match(hello.without(0).build())).hasSize(1);
        assertThat(mine.match(hello.suites(0xc02f, 0xc02b).build())).isEmpty();
        assertThat(mine.match(hello.suites(0xc02b, 0xc02f).groups(0x18).build()))
                .isEmpty();
        assertThat(mine.match(hello.groups(0x17).version(0x0301).build())).isEmpty();
    }

    @Test
    void plusAndWithout_addAndRemove() throws IOException {
        HelloCatalog mine = parse(HEAD + ROW);
        assertThat(mine.plus(mine)).hasToString("hellos: 1");
        assertThat(HelloCatalog.none().plus(mine).without("P").hellos()).isEmpty();
        assertThat(mine.without("Q").hellos()).isEqualTo(mine.hellos());
        assertThat(mine.hellos().get(0))
                .hasToString("a hello of P (exact)")
                .hasSameHashCodeAs(parse(HEAD + ROW).hellos().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c02b|xyz", "c02b|12345", "0303|-", "exact|surely", "firewall|wall", "\there|"})
    void parse_ofABadRow_saysWhere(String change) {
        String[] parts = change.split("\\|", -1);
        assertThatThrownBy(() -> parse(HEAD + ROW + ROW.replace(parts[0], parts[1])))
                .isInstanceOfSatisfying(TableException.class, e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.file()).isEqualTo("mine.tsv");
                })
                .hasMessageStartingWith("mine.tsv, line 3: ");
    }

    @Test
    void parse_withoutColumns_saysWhere() {
        assertThatThrownBy(() -> parse("# nothing\n" + ROW))
                .hasMessageContaining("line 2")
                .hasMessageContaining("columns");
    }
}
