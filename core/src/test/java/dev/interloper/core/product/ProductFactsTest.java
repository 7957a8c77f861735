package dev.interloper.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductFactsTest {

    @Test
    void add_emptyOrRepeatedValue_isIgnored() {
        ProductFacts facts = ProductFacts.builder()
                .addAll(ProductField.ISSUER_CN, List.of("", "a", "b", "a"))
                .build();
        assertThat(facts.values(ProductField.ISSUER_CN)).containsExactly("a", "b");
        assertThat(facts.values(ProductField.ISSUER_O)).isEmpty();
        assertThat(facts).hasToString("2 values in [ISSUER_CN]");
    }

    @Test
    void add_moreThanTheLimit_keepsTheFirst() {
        ProductFacts facts = ProductFacts.builder()
                .addAll(
                        ProductField.ISSUER_CN,
                        IntStream.range(0, 10_000).mapToObj(Integer::toString).toList())
                .build();
        assertThat(facts.values(ProductField.ISSUER_CN))
                .hasSize(ProductFacts.MAX_VALUES_PER_FIELD)
                .startsWith("0", "1");
    }

    @Test
    void add_longValue_isCut() {
        ProductFacts facts = ProductFacts.builder()
                .add(ProductField.ISSUER_CN, "x".repeat(100_000))
                .build();
        assertThat(facts.values(ProductField.ISSUER_CN))
                .singleElement()
                .satisfies(value -> assertThat(value).hasSize(ProductFacts.MAX_VALUE_LENGTH));
    }

    @Test
    void build_thenAddMore_leavesTheFirstFactsAlone() {
        ProductFacts.Builder builder = ProductFacts.builder().add(ProductField.ISSUER_CN, "a");
        ProductFacts before = builder.build();
        builder.add(ProductField.ISSUER_CN, "b");
        assertThat(before.values(ProductField.ISSUER_CN)).containsExactly("a");
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void add_null_fails() {
        assertThatNullPointerException().isThrownBy(() -> ProductFacts.builder().add(ProductField.ISSUER_CN, null));
    }

    @Test
    void product_withoutName_fails() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Product(" ", "Acme", ProductKind.OTHER));
        assertThatIllegalArgumentException().isThrownBy(() -> new Product("Box", "", ProductKind.OTHER));
    }
}
