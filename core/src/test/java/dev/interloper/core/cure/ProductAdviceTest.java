package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.product.ProductCatalog;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductAdviceTest {

    @ParameterizedTest
    @CsvSource({
        "Websense Content Gateway, forcepoint",
        "Forcepoint Web Security, forcepoint",
        "an engine like squid, squid",
        "mitmproxy, mitmproxy",
        "Palo Alto Networks PAN-OS, pan-os",
        "Cisco Umbrella, cisco-umbrella",
        "Cisco Web Security Appliance, cisco-wsa",
        "FortiGate Fortinet, fortigate",
        "sslsplit, sslsplit"
    })
    void of_product_knowsTheFormatOfItsList(String name, String format) {
        assertThat(ProductAdvice.of(name).flatMap(ProductAdvice::renderer))
                .get()
                .extracting(BypassRenderer::id)
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"''", "Some Other Box", "an unknown product"})
    void of_unknownProduct_isEmpty(String name) {
        assertThat(ProductAdvice.of(name)).isEmpty();
    }

    @Test
    void upgrade_ofTheFoundingCase_isTheVendorsAnswer() {
        assertThat(ProductAdvice.of("Websense").flatMap(ProductAdvice::upgrade))
                .get()
                .asString()
                .contains("7.8");
        assertThat(ProductAdvice.of("mitmproxy").flatMap(ProductAdvice::upgrade))
                .isEmpty();
    }

    /** A row that no product of the knowledge base has the words of, and no engine either, would never be used. */
    @Test
    void rows_eachServesAKnownProductOrEngine() {
        String known = String.join(
                        "\n",
                        ProductCatalog.bundled().patterns().stream()
                                .map(row -> row.product().name() + " "
                                        + row.product().vendor())
                                .toList())
                .toLowerCase(Locale.ROOT);
        String all = known + String.join("\n", EngineCatalog.bundled().engines());
        assertThat(ProductAdvice.all()).hasSizeGreaterThan(12).allSatisfy(row -> {
            String words = row.toString().substring(0, row.toString().indexOf(": "));
            assertThat(words).isLowerCase();
            assertThat(Arrays.stream(words.split("\\|", -1)).anyMatch(all::contains))
                    .as(words)
                    .isTrue();
        });
    }
}
