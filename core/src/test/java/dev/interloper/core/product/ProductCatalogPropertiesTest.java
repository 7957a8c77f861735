package dev.interloper.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.interloper.core.table.TableException;
import java.io.StringReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProductCatalogPropertiesTest {

    private static final String COLUMNS = "product\tvendor\tkind\tfield\tmatch\tpattern\tstrength\tdate\tsource\n";

    @Property(tries = 500)
    void parse_anyText_parsesOrSaysWhy(@ForAll String text) {
        assertDeclared(text);
        assertDeclared(COLUMNS + text);
    }

    @Property(tries = 500)
    void parse_anyPattern_parsesOrSaysWhy(
            @ForAll String pattern, @ForAll MatchKind match, @ForAll ProductField field, @ForAll Strength strength) {
        assertDeclared(COLUMNS
                + String.join(
                        "\t",
                        "Box",
                        "Acme",
                        "firewall",
                        field.key(),
                        match.key(),
                        pattern,
                        strength.key(),
                        "2026-11-22",
                        "x"));
    }

    @Property(tries = 500)
    void match_anyValue_neverThrowsAndPrintsSafely(@ForAll String value, @ForAll ProductField field) {
        ProductFacts facts = ProductFacts.builder()
                .add(field, "Proxyman" + value)
                .add(field, "x-squid-error:" + value)
                .add(field, value)
                .build();
        assertThat(ProductCatalog.bundled().match(facts))
                .allSatisfy(match -> assertThat(match.toString().codePoints().anyMatch(Character::isISOControl))
                        .isFalse());
    }

    private static void assertDeclared(String text) {
        assertThatNoException().isThrownBy(() -> {
            try {
                ProductCatalog.parse(new StringReader(text), "any");
            } catch (TableException e) {
                assertThat(e).hasMessageStartingWith("any, line ");
            }
        });
    }
}
