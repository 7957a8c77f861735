package dev.interloper.handshake.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Extensions of any bytes give a body; what is built is read back. */
class ExtensionRobustnessTest {

    private static final int[] MESSAGES = {1, 2, 4, 6, 8, 11, 13, 17};
    private static final List<Integer> DECODED = decoded().toList();

    static Stream<Integer> decoded() {
        return IntStream.rangeClosed(0, 0xffff)
                .filter(ExtensionDecoder::decodes)
                .boxed();
    }

    private static ExtensionBody decode(int type, int in, byte[] data) {
        return ExtensionDecoder.decode(new Extension(type, Bytes.copyOf(data)), new HandshakeType(in));
    }

    @ParameterizedTest
    @MethodSource("decoded")
    void patterns_throwNothingAndSayWhere(int type) {
        for (int in : MESSAGES) {
            for (int length = 0; length < 50; length++) {
                for (int fill : new int[] {0, 1, 2, 0x7f, 0xff, length}) {
                    byte[] data = new byte[length];
                    Arrays.fill(data, (byte) fill);
                    check(decode(type, in, data), data);
                }
            }
        }
    }

    @Property(tries = 5000)
    void anyBytes_throwNothingAndSayWhere(
            @ForAll @IntRange(max = 68) int index,
            @ForAll @IntRange(max = 7) int message,
            @ForAll @Size(max = 60) byte[] data) {
        int type = DECODED.get(index);
        check(decode(type, MESSAGES[message], data), data);
    }

    private static void check(ExtensionBody body, byte[] data) {
        assertThat(body.extension().data()).isEqualTo(Bytes.copyOf(data));
        body.malformation().ifPresent(wrong -> {
            assertThat(wrong.path()).startsWith(body.extension().name() + ".");
            assertThat(wrong.offset()).isBetween(0, data.length);
            assertThat(wrong.toString()).isNotEmpty();
        });
    }

    /** Bodies whose every cut lacks something. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 000b000008612e6578616d706c",
        "3, 1, 0005020002abcd",
        "5, 1, 010004000201020003300130",
        "5, 11, 01000002abcd",
        "10, 1, 0004001d0017",
        "11, 2, 03000102",
        "13, 1, 000404030804",
        "14, 1, 00040001000702abcd",
        "16, 2, 0003026832",
        "17, 1, 000702000400000000",
        "18, 2, 00050003000102",
        "24, 1, 0100020201",
        "25, 1, 00040102abcd",
        "27, 1, 0400020001",
        "28, 1, 4001",
        "32, 8, 01aa0001bb00000e10",
        "34, 11, 00093a8004030000023000080400" + "01ff",
        "40, 1, 0006001d0002abcd",
        "41, 1, 00080002abcdfffffffe0003021234",
        "42, 4, 00000001",
        "43, 1, 061a1a03040303",
        "44, 6, 0002abcd",
        "45, 1, 022a01",
        "47, 13, 000400023000",
        "48, 13, 000702060100020500",
        "51, 2, 001d0002abcd",
        "54, 1, 02abcd",
        "58, 1, 0201",
        "65037, 1, 00000100032a0002abcd000401020304",
        "65037, 6, 0102030405060708",
        "65486, 1, 1301001d0002abcd00010100020304"
    })
    void everyCut_saysWhere(int type, int in, String hex) {
        byte[] whole = Bytes.ofHex(hex).toByteArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ExtensionBody body = decode(type, in, cut);
            boolean acknowledged = length == 0 && type == 5 && in == 11;
            assertThat(body.malformation().isPresent()).as("cut at %d", length).isEqualTo(!acknowledged);
            check(body, cut);
        }
        assertThat(decode(type, in, Wire.concat(whole, new byte[] {0})).malformation())
                .isPresent();
    }

    @Property(tries = 300)
    void keyShares_areReadBack(
            @ForAll @Size(max = 20) List<@IntRange(max = 0xffff) Integer> groups, @ForAll @Size(max = 99) byte[] key) {
        byte[] data = Wire.of(wire -> wire.vector16(
                Wire.of(list -> groups.forEach(group -> list.u16(group).vector16(key)))));
        KeyShare read = (KeyShare) decode(51, 1, data);

        assertThat(read.malformation()).isEmpty();
        assertThat(read.entries()).extracting(KeyShare.Entry::group).isEqualTo(groups);
        assertThat(read.entries()).extracting(KeyShare.Entry::keyExchange).allMatch(Bytes.copyOf(key)::equals);
    }

    @Property(tries = 300)
    void protocolNames_areReadBack(@ForAll @Size(max = 9) List<@Size(max = 255) byte[]> names) {
        byte[] data = Wire.of(wire -> wire.vector16(Wire.of(list -> names.forEach(list::vector8))));
        ApplicationProtocols read = (ApplicationProtocols) decode(16, 1, data);

        assertThat(read.malformation()).isEmpty();
        assertThat(read.names()).isEqualTo(names.stream().map(Bytes::copyOf).toList());
    }

    @Property(tries = 300)
    void groups_areReadBack(@ForAll @Size(max = 200) List<@IntRange(max = 0xffff) Integer> groups) {
        byte[] data = Wire.of(wire -> wire.vector16(Wire.of(list -> groups.forEach(list::u16))));

        assertThat(((SupportedGroups) decode(10, 1, data)).groups()).isEqualTo(groups);
        assertThat(((SignatureAlgorithms) decode(13, 1, data)).schemes()).isEqualTo(groups);
    }
}
