package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerElementTest {

    @ParameterizedTest
    @CsvSource({"3003020101ff,3003020101", "308103020101ffff,308103020101", "30820003020101,30820003020101"})
    void first_bytesBehindTheElement_areLeftOut(String field, String element) {
        assertThat(DerElement.first(Bytes.ofHex(field)).hex()).isEqualTo(element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "3005020101", "3080020101", "3084ffffffff", "308300"})
    void first_lengthThatIsNoneOrLiesOutside_givesTheField(String field) {
        assertThat(DerElement.first(Bytes.ofHex(field)).hex()).isEqualTo(field);
    }

    @Test
    void first_nothing_isNothing() {
        assertThat(DerElement.first(Bytes.EMPTY).isEmpty()).isTrue();
    }
}
