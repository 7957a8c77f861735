package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.stream.Direction;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

    private static final List<Packet> PACKETS = TcpScript.tls12().packets();

    private static Reading inTimeOrder(byte[] file) {
        List<Handshake> handshakes = new ArrayList<>();
        CaptureSummary summary = Capture.of("test", () -> new ByteArrayInputStream(file))
                .inTimeOrder()
                .read(handshakes::add);
        return new Reading(summary, handshakes);
    }

    @Property(tries = 100)
    void read_packetsInAnyOrder_isAsInTheirs(@ForAll Random random) {
        List<Packet> shuffled = new ArrayList<>(PACKETS);
        Collections.shuffle(shuffled, random);
        Handshake expected = Reading.of(PACKETS).only();
        Reading reading = inTimeOrder(Pcap.of(shuffled));

        assertThat(reading.types()).isEqualTo(Reading.FULL);
        assertThat(Reading.bodies(reading.only())).isEqualTo(Reading.bodies(expected));
        assertThat(reading.only().conversation().outOfOrder(Direction.SERVER_TO_CLIENT))
                .isZero();
        assertThat(reading.summary().packets()).isEqualTo(PACKETS.size());
    }

    @Test
    void read_backwardsAndCutShort_tellsThePacketsBeforeIt() {
        List<Packet> backwards = new ArrayList<>(PACKETS);
        Collections.reverse(backwards);
        byte[] file = Pcap.of(backwards);
        Reading reading = inTimeOrder(Arrays.copyOf(file, file.length - 7)); // the SYN, which comes last

        assertThat(reading.types()).isEqualTo(Reading.FULL);
        assertThat(reading.summary().problem()).get().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
            assertThat(problem.packets()).isEqualTo(PACKETS.size() - 1);
        });
    }

    @Test
    void summary_backwards_isOutOfTimeOrder() {
        List<Packet> backwards = new ArrayList<>(PACKETS);
        Collections.reverse(backwards);

        assertThat(Reading.of(PACKETS).summary().isOutOfTimeOrder()).isFalse();
        assertThat(Reading.of(backwards).summary().isOutOfTimeOrder()).isTrue();
        assertThat(inTimeOrder(Pcap.of(backwards)).summary().isOutOfTimeOrder()).isFalse();
    }

    /** One step back, or two: the file's order is the true one. */
    @Test
    void summary_clockSetBack_isInOrder() {
        List<Packet> joined = new ArrayList<>(PACKETS);
        joined.addAll(PACKETS);
        joined.addAll(PACKETS);

        assertThat(Reading.of(joined).summary().isOutOfTimeOrder()).isFalse();
    }
}
