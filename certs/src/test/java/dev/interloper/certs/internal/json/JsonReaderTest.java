package dev.interloper.certs.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void parse_everyKind_givesItsValue() throws JsonException {
        JsonValue value = JsonReader.parse(" {\"a\": [1, -2.5e+3, true, false, null, \"x\\u00e9\\n\\/\"], \"b\": {}} ");

        assertThat(value.required("a").elements()).hasSize(6);
        assertThat(value.required("a").elements().get(0).integer()).isEqualTo(1);
        assertThat(value.required("a").elements().get(2).bool()).isTrue();
        assertThat(value.required("a").elements().get(5).string()).isEqualTo("xé\n/");
        assertThat(value.required("b").members()).isEmpty();
        assertThat(value.required("b").offset()).isEqualTo(60);
        assertThat(value.member("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "tru",
                "nulL",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "1 2",
                "[1 2]",
                "// no\n1",
                "NaN",
                "\u00a01",
                "\"\\u\uff11234\""
            })
    void parse_whatOnlyResemblesJson_isRefused(String text) {
        assertThatThrownBy(() -> JsonReader.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void parse_tooDeep_isRefused() {
        assertThatThrownBy(() -> JsonReader.parse("[".repeat(100_000)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("more than 32 levels");
    }

    @Test
    void parse_tooManyValues_isRefused() {
        assertThatThrownBy(() -> JsonReader.parse("[" + "0,".repeat(600_000) + "0]"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("more than 500000 values");
    }

    @Test
    void parse_wrongPlace_isTold() {
        assertThatThrownBy(() -> JsonReader.parse("{\"a\": !}"))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.offset()).isEqualTo(6))
                .hasMessage("expected a value, found ! at offset 6");
    }

    @Property
    void parse_anyText_throwsNothingElse(
            @ForAll
                    @Chars({'{', '}', '[', ']', '"', ':', ',', '\\', 'u', 'e', '-', '.', ' '})
                    @CharRange(from = '0', to = '9')
                    String text) {
        try {
            assertThat(JsonReader.parse(text)).isNotNull();
        } catch (JsonException e) {
            if (e.offset() < 0 || e.offset() > text.length()) {
                fail("offset " + e.offset());
            }
        }
    }
}
