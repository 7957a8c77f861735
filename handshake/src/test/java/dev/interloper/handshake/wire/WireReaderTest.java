package dev.interloper.handshake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WireReaderTest {

    private static WireReader reader(String hex) {
        return Bytes.ofHex(hex).reader().named("Thing");
    }

    @Test
    void numbers_areInNetworkOrder() throws MalformedException {
        WireReader in = reader("ff0102030405ffffffff");

        assertThat(in.u8("a")).isEqualTo(255);
        assertThat(in.u16("b")).isEqualTo(0x0102);
        assertThat(in.u24("c")).isEqualTo(0x030405);
        assertThat(in.u32("d")).isEqualTo(0xffff_ffffL);
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void beyondTheEnd_isMalformedWithPlaceAndPath() throws MalformedException {
        WireReader in = reader("0102");
        in.u8("first");

        assertThatThrownBy(() -> in.u16("second"))
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(e.malformation())
                                .isEqualTo(new Malformation(1, "Thing.second", "2 bytes", "1")));
        assertThat(in.remaining()).isEqualTo(1);
    }

    @Test
    void vector_cannotReachOutsideTheOneAroundIt() throws MalformedException {
        WireReader outer = reader("03ffaabbccdd").vector8("list");

        assertThatThrownBy(() -> outer.vector8("item"))
                .hasMessage("at byte 2 of Thing.list.item: expected 255 bytes, found 2");
    }

    @Test
    void vector_leavesTheReaderBehindIt() throws MalformedException {
        WireReader in = reader("000201027f");

        assertThat(in.vector16("list").rest()).isEqualTo(Bytes.ofHex("0102"));
        assertThat(in.u8("next")).isEqualTo(0x7f);
    }

    @Test
    void hugeLength_isRefusedWithoutAllocation() {
        WireReader in = reader("ffffff00");

        assertThatThrownBy(() -> in.vector24("list")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> reader("00").bytes(Integer.MAX_VALUE, "bytes")).isInstanceOf(MalformedException.class);
    }

    @Test
    void requireEnd_tellsHowManyAreLeft() {
        assertThatThrownBy(() -> reader("0102").requireEnd("end")).hasMessageContaining("2 more");
    }

    @Property
    void bytes_keepsValueAndHex(@ForAll @Size(max = 80) byte[] value) {
        Bytes bytes = Bytes.copyOf(value);

        assertThat(Bytes.ofHex(bytes.hex())).isEqualTo(bytes).hasSameHashCodeAs(bytes);
        assertThat(bytes.reader().rest().toByteArray()).isEqualTo(value);
        assertThat(bytes.printable()).matches("[ -~]*");
    }

    @Test
    void bytes_areNotChangedThroughTheArray() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.copyOf(array);
        array[0] = 9;
        bytes.toByteArray()[1] = 9;

        assertThat(bytes.hex()).isEqualTo("0102");
    }
}
