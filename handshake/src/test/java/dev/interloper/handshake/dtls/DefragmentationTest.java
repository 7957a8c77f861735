package dev.interloper.handshake.dtls;

import static dev.interloper.handshake.dtls.DtlsBytes.fragment;
import static dev.interloper.handshake.dtls.DtlsBytes.handshake;
import static dev.interloper.handshake.dtls.DtlsBytes.hello;
import static dev.interloper.handshake.dtls.DtlsBytes.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DefragmentationTest {

    private static final byte[] BODY = TlsBytes.noise(300, 11);
    private static final byte[] OTHER = TlsBytes.noise(300, 12);

    @Test
    void fragments_inOrder_areOneMessage() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(1, 0, BODY, 0, 200)))
                .client(handshake(1, fragment(1, 0, BODY, 200, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
        assertThat(heard.messages.get(0).records()).isEqualTo(heard.records);
        assertThat(heard.records).extracting(DtlsRecord::datagram).containsExactly(0L, 1L);
        assertThat(heard.problems).isEmpty();
    }

    @Test
    void fragments_lastFirst_areOneMessage() {
        Heard heard = new Heard()
                .client(handshake(1, fragment(1, 0, BODY, 200, 300)))
                .client(handshake(0, fragment(1, 0, BODY, 0, 200)));

        assertThat(heard.bodies()).containsExactly(BODY);
    }

    @Test
    void fragments_overlapping_areOneMessage() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(1, 0, BODY, 50, 100)))
                .client(handshake(1, fragment(1, 0, BODY, 150, 200)))
                .client(handshake(2, fragment(1, 0, BODY, 60, 90)))
                .client(handshake(3, fragment(1, 0, BODY, 20, 250)))
                .client(handshake(4, fragment(1, 0, BODY, 0, 30)))
                .client(handshake(5, fragment(1, 0, BODY, 240, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
        assertThat(heard.messages.get(0).records())
                .as("the one without new bytes brought nothing")
                .extracting(DtlsRecord::sequence)
                .containsExactly(0L, 1L, 3L, 4L, 5L);
    }

    @Test
    void fragments_ofTwoMessagesInterleaved_areBoth() {
        Heard heard = new Heard()
                .server(handshake(0, fragment(11, 2, BODY, 0, 100), fragment(12, 3, OTHER, 0, 150)))
                .server(handshake(1, fragment(11, 2, BODY, 100, 200), fragment(12, 3, OTHER, 150, 300)))
                .server(handshake(2, fragment(11, 2, BODY, 200, 300)));

        assertThat(heard.types()).containsExactly(12, 11);
        assertThat(heard.bodies()).containsExactly(OTHER, BODY);
        assertThat(heard.messages).extracting(DtlsMessage::sequence).containsExactly(3, 2);
    }

    @Test
    void fragment_ofAStrayNumber_corruptsNothing() {
        Heard heard = new Heard()
                .client(handshake(2, fragment(1, 1, BODY, 0, 203)))
                .client(handshake(2, fragment(1, 0, OTHER, 0, 203)))
                .client(handshake(3, fragment(1, 1, BODY, 203, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
    }

    @Test
    void fragment_ofAnotherLength_corruptsNothing() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(1, 0, BODY, 0, 200)))
                .client(handshake(1, fragment(1, 400, 0, 200, TlsBytes.noise(100, 13))))
                .client(handshake(2, fragment(1, 0, BODY, 200, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
    }

    @Test
    void fragment_thatContradictsWhatIsThere_startsAMessageOfItsOwn() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(1, 0, OTHER, 0, 200)))
                .client(handshake(1, fragment(1, 0, BODY, 0, 200)))
                .client(handshake(2, fragment(1, 0, BODY, 200, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
    }

    @Test
    void fragments_ofOtherDirection_doNotMix() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(11, 2, BODY, 0, 200)))
                .server(handshake(0, fragment(11, 2, BODY, 200, 300)));

        assertThat(heard.messages).isEmpty();
    }

    @Test
    void message_sentAgain_isToldOnce() {
        byte[] datagram = handshake(0, message(11, 2, BODY));
        Heard heard = new Heard()
                .server(datagram)
                .server(datagram)
                .server(handshake(1, fragment(11, 2, BODY, 0, 120)))
                .server(handshake(2, fragment(11, 2, BODY, 120, 300)));

        assertThat(heard.bodies()).containsExactly(BODY);
        assertThat(heard.records).hasSize(4);
    }

    @Test
    void message_partlySentAgain_isNotUnfinished() {
        Heard heard = new Heard()
                .server(handshake(0, message(11, 2, BODY)))
                .server(handshake(1, fragment(11, 2, BODY, 0, 120)));

        assertThat(heard.reader.unfinished(Direction.SERVER_TO_CLIENT)).isEmpty();
    }

    @Test
    void message_completeAfterAll_leavesNoFragments() {
        Heard heard = new Heard().server(handshake(0, fragment(11, 2, BODY, 0, 120)));
        int before = new Heard().reader.footprint();
        assertThat(heard.reader.footprint()).isGreaterThan(before + 120);

        heard.server(handshake(1, message(11, 2, BODY)));

        assertThat(heard.bodies()).containsExactly(BODY);
        assertThat(heard.reader.footprint()).isEqualTo(before);
    }

    @Test
    void hello_afterHelloVerifyRequest_isToldWhateverItsNumber() {
        byte[] first = hello(new byte[0]);
        byte[] second = hello(TlsBytes.noise(20, 3));
        for (int sequence : new int[] {0, 1}) {
            Heard heard = new Heard()
                    .client(handshake(0, message(1, 0, first)))
                    .server(handshake(0, message(3, 0, new byte[] {1, 0, 0})))
                    .client(handshake(1, message(1, sequence, second)))
                    .client(handshake(2, message(1, sequence, second)));

            assertThat(heard.types()).containsExactly(1, 3, 1);
            assertThat(heard.bodies()).element(2).isEqualTo(second);
        }
    }

    @Test
    void emptyMessage_isComplete() {
        Heard heard = new Heard().server(handshake(0, message(14, 4, new byte[0])));

        assertThat(heard.types()).containsExactly(14);
    }

    @Test
    void emptyFragment_isPassedOver() {
        Heard heard = new Heard().server(handshake(0, fragment(11, 2, BODY, 0, 0), message(14, 3, new byte[0])));

        assertThat(heard.types()).containsExactly(14);
        assertThat(heard.reader.unfinished(Direction.SERVER_TO_CLIENT)).isEmpty();
    }

    @Test
    void severalMessagesInARecord_areAllTold() {
        Heard heard = new Heard()
                .server(handshake(0, message(2, 1, BODY), message(11, 2, OTHER), message(14, 3, new byte[0])));

        assertThat(heard.types()).containsExactly(2, 11, 14);
    }

    @Test
    void hugeDeclaredLength_holdsWhatCame() {
        Heard heard = new Heard(1 << 24, 1 << 20);
        for (int i = 0; i < 100; i++) {
            heard.client(handshake(i, fragment(1, 0xffffff, 0, i * 100_000, new byte[] {1})));
        }

        assertThat(heard.reader.footprint()).isLessThan(40_000);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.reader.unfinished(Direction.CLIENT_TO_SERVER))
                .hasValueSatisfying(
                        what -> assertThat(what).contains("16777215").contains("after 100 bytes"));
    }

    @Test
    void messageAboveTheLimit_isAProblem_andTheNextOneIsRead() {
        Heard heard = new Heard(250, 10_000).server(handshake(0, message(11, 2, BODY), message(14, 3, new byte[0])));

        assertThat(heard.types()).containsExactly(14);
        assertThat(heard.problems).singleElement().asString().contains("limit of 250");
    }

    @Test
    void bufferLimit_givesUpTheOldest() {
        Heard heard = new Heard(1 << 20, 8_000);
        byte[] big = TlsBytes.noise(3_000, 1);
        heard.client(handshake(0, fragment(11, 1, big, 0, 2_500)));
        heard.client(handshake(1, fragment(11, 2, big, 0, 2_500)));
        assertThat(heard.problems).singleElement().asString().contains("number 1");

        heard.client(handshake(2, fragment(11, 2, big, 2_500, 3_000)));

        assertThat(heard.messages).extracting(DtlsMessage::sequence).containsExactly(2);
        assertThat(heard.reader.footprint()).isLessThan(8_000);
    }

    @Test
    void manyMessagesUnderWay_areBounded() {
        Heard heard = new Heard();
        for (int i = 0; i < 10_000; i++) {
            heard.client(handshake(i, fragment(1, i, BODY, 0, 10)));
        }

        assertThat(heard.reader.footprint()).isLessThan(20_000);
        assertThat(heard.problems).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void fragmentBeyondItsMessage_endsTheDatagram_notTheConversation() {
        Heard heard = new Heard()
                .client(handshake(0, fragment(1, 100, 0, 90, new byte[11]), message(14, 1, new byte[0])))
                .client(handshake(1, message(16, 2, BODY)));

        assertThat(heard.types()).containsExactly(16);
        assertThat(heard.problems).hasSize(1);
    }

    @Property(tries = 200)
    void fragments_cutAndMixedAtRandom_areTheMessages(@ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> bodies = new ArrayList<>();
        List<byte[]> datagrams = new ArrayList<>();
        for (int sequence = 0; sequence < 5; sequence++) {
            byte[] body = TlsBytes.noise(1 + random.nextInt(700), seed + sequence);
            bodies.add(body);
            for (int from = 0; from < body.length; ) {
                int to = Math.min(body.length, from + 1 + random.nextInt(200));
                int early = Math.max(0, from - random.nextInt(20));
                byte[] datagram = handshake(datagrams.size(), fragment(11, sequence, body, early, to));
                datagrams.add(datagram);
                if (random.nextInt(4) == 0) {
                    datagrams.add(datagram);
                }
                from = to;
            }
        }
        Collections.shuffle(datagrams, random);
        Heard heard = new Heard();
        datagrams.forEach(heard::client);

        assertThat(heard.bodies()).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(heard.problems).isEmpty();
    }
}
