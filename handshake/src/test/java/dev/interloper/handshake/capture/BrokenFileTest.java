package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.Wire;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTest {

    private static final byte[] FILE = Pcap.of(TcpScript.tls12().packets());

    private static CaptureProblem problem(byte[] file) {
        return Reading.of(file).summary().problem().orElseThrow();
    }

    @Test
    void cutInMidPacket_everythingBeforeIsThere() {
        Reading reading = Reading.of(Arrays.copyOf(FILE, FILE.length - 7));
        CaptureProblem problem = reading.summary().problem().orElseThrow();

        assertThat(reading.types()).isEqualTo(Reading.FULL);
        assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
        int last = 16 + 14 + 40 + 105;
        assertThat(problem.offset()).isEqualTo(FILE.length - last);
        assertThat(problem.packets()).isEqualTo(reading.summary().packets()).isEqualTo(11);
    }

    @Test
    void cutAtEveryByte_isCutShortOrWhole() {
        for (int length = 24; length < FILE.length; length += 13) {
            Reading reading = Reading.of(Arrays.copyOf(FILE, length));
            reading.summary().problem().ifPresent(problem -> {
                assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
                assertThat(problem.packets()).isEqualTo(reading.summary().packets());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 23})
    void cutInFileHeader_isCutShort(int length) {
        assertThat(problem(Arrays.copyOf(FILE, length)).kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
    }

    @Test
    void packetOfImpossibleLength_isMalformedWithItsOffset() {
        byte[] file = FILE.clone();
        int second = 24 + 16 + 14 + 44;
        file[second + 11] = 0x7f;
        CaptureProblem problem = problem(file);

        assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
        assertThat(problem.offset()).isEqualTo(second + 8);
        assertThat(problem.packets()).isEqualTo(1);
    }

    @Test
    void pcapngBlockOfImpossibleLength_isMalformed() {
        byte[] file = Wire.concat(
                new Pcapng().section(ByteOrder.BIG_ENDIAN).iface(1).bytes(),
                Wire.of(wire -> wire.u32(6).u32(33).u32(0)));

        assertThat(problem(file).kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
        assertThat(problem(file).offset()).isEqualTo(28 + 20 + 4);
    }

    @Test
    void pcapngCutInMidBlock_isCutShort() {
        byte[] file = new Pcapng()
                .section(ByteOrder.LITTLE_ENDIAN)
                .iface(1)
                .packet(0, 0, new byte[60])
                .bytes();

        assertThat(problem(Arrays.copyOf(file, file.length - 5)).kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
    }

    @Test
    void pcapngWithoutByteOrder_isMalformed() {
        byte[] file =
                Wire.of(wire -> wire.u32(0x0a0d0d0aL).u32(28).u32(0x01020304L).raw(new byte[16]));

        assertThat(problem(file).kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
    }

    @Test
    void textFile_isNotACapture() {
        CaptureProblem problem = problem(Wire.ascii("hello, world\n"));

        assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.NOT_A_CAPTURE);
        assertThat(problem.reason()).contains("68 65 6c 6c");
    }

    @Test
    void emptyFile_isNotACapture() {
        assertThat(problem(new byte[0]).kind()).isEqualTo(CaptureProblem.Kind.NOT_A_CAPTURE);
        assertThat(problem(new byte[0]).reason()).contains("empty");
        assertThat(problem(new byte[] {1}).kind()).isEqualTo(CaptureProblem.Kind.NOT_A_CAPTURE);
    }

    @Test
    void directory_isUnreadable(@TempDir Path folder) {
        CaptureSummary summary = Capture.file(folder).read(handshake -> {});

        assertThat(summary.problem().orElseThrow().kind()).isEqualTo(CaptureProblem.Kind.UNREADABLE);
        assertThat(summary.problem().orElseThrow().reason()).contains("directory");
    }

    @Test
    void missingFile_isUnreadable(@TempDir Path folder) {
        CaptureSummary summary = Capture.file(folder.resolve("none.pcap")).read(handshake -> {});

        assertThat(summary.problem().orElseThrow().reason()).isEqualTo("no such file");
    }

    @Test
    void gzipCutShort_whatCameBeforeIsThere() {
        byte[] compressed = Pcap.gzip(FILE);
        Reading reading = Reading.of(Arrays.copyOf(compressed, compressed.length - 30));

        assertThat(reading.summary().problem().orElseThrow().kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
        assertThat(reading.summary().packets()).isGreaterThan(4);
        assertThat(Reading.types(reading.only())).startsWith("ClientHello", "ServerHello");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9})
    void gzipCutInItsHeader_isCutShort(int length) {
        assertThat(problem(Arrays.copyOf(Pcap.gzip(FILE), length)).kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
    }

    @Test
    void gzipWithBrokenData_isMalformed() {
        byte[] compressed = Pcap.gzip(FILE);
        Arrays.fill(compressed, 10, 40, (byte) 0xff);

        assertThat(problem(compressed).kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
    }

    @Test
    void sinkThatThrows_isPassedOn() {
        Capture capture = Capture.of("x", () -> new java.io.ByteArrayInputStream(FILE));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> capture.read(handshake -> {
                    throw new IllegalStateException("stop");
                })))
                .hasMessage("stop");
    }

    @Test
    void toString_namesPlaceAndCounts() {
        Reading reading = Reading.of(Arrays.copyOf(FILE, FILE.length - 7));

        assertThat(List.of(reading.summary().toString().split("; ", -1)).get(0))
                .isEqualTo("test: 11 packets, 1 TCP connections, 1 TLS handshakes");
        assertThat(reading.summary().toString()).contains("after 11 packets");
    }
}
