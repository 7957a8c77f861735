package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** However bytes are cut into portions, and messages into records, what is read is the same. */
class FragmentationTest {

    private static final byte[] CLIENT = TlsBytes.clientFlight();
    private static final byte[] SERVER = TlsBytes.serverFlight(2000);
    private static final byte[] MESSAGES = Wire.concat(
            TlsBytes.serverHello(),
            TlsBytes.certificate(TlsBytes.noise(2000, 3), TlsBytes.noise(700, 4)),
            TlsBytes.serverKeyExchange(),
            TlsBytes.serverHelloDone());

    /** Everything but the packets, which depend on the portions. */
    private static List<String> view(Handshake handshake) {
        List<String> view = new ArrayList<>();
        for (HandshakeMessage message : handshake.messages()) {
            view.add(message.type() + " " + message.body().hex() + " "
                    + message.provenance().offset() + " "
                    + message.provenance().end() + " " + message.provenance().records() + message.malformation());
        }
        view.add(handshake.alerts().toString());
        view.add(handshake.records(Direction.CLIENT_TO_SERVER).toString());
        view.add(handshake.records(Direction.SERVER_TO_CLIENT).toString());
        view.add(handshake.problems().toString());
        view.add(handshake.tunnel().toString() + handshake.foreignReply());
        return view;
    }

    private static Handshake conversation(Feed feed) {
        return feed.client(CLIENT)
                .server(SERVER)
                .client(TlsBytes.clientKeyExchangeAndFinished())
                .server(TlsBytes.serverFinished())
                .server(TlsBytes.record(21, new byte[] {1, 0}))
                .handshake();
    }

    @Property(tries = 300)
    void randomPortions_giveTheSame(@ForAll @IntRange(min = 1, max = 3000) int largest, @ForAll long seed) {
        assertThat(view(conversation(Feed.chunks(largest, seed)))).isEqualTo(view(conversation(Feed.atOnce())));
    }

    @Test
    void byteByByte_givesTheSame() {
        assertThat(view(conversation(Feed.byteByByte()))).isEqualTo(view(conversation(Feed.atOnce())));
        assertThat(Reading.types(conversation(Feed.byteByByte()))).isEqualTo(Reading.FULL);
    }

    @Property(tries = 100)
    void randomPortions_segmentsCoverEachMessage(@ForAll @IntRange(min = 1, max = 500) int largest, @ForAll long seed) {
        for (HandshakeMessage message : conversation(Feed.chunks(largest, seed)).messages()) {
            var segments = message.provenance().segments();
            assertThat(segments.get(0).offset())
                    .isLessThanOrEqualTo(message.provenance().offset());
            assertThat(segments.get(0).end()).isGreaterThan(message.provenance().offset());
            assertThat(segments.get(segments.size() - 1).end())
                    .isGreaterThanOrEqualTo(message.provenance().end());
            assertThat(segments.get(segments.size() - 1).offset())
                    .isLessThan(message.provenance().end());
            for (int i = 1; i < segments.size(); i++) {
                assertThat(segments.get(i).offset())
                        .isEqualTo(segments.get(i - 1).end());
            }
        }
    }

    @Property(tries = 300)
    void randomRecords_giveTheSameMessagesAtTheirPlaces(
            @ForAll @IntRange(min = 1, max = 4000) int largest, @ForAll long seed) {
        Random random = new Random(seed);
        Wire stream = new Wire();
        long[] places = new long[MESSAGES.length + 1]; // of each handshake byte, in the stream
        int at = 0;
        long written = 0;
        while (at < MESSAGES.length) {
            int length = Math.min(MESSAGES.length - at, 1 + random.nextInt(largest));
            stream.raw(TlsBytes.record(22, Arrays.copyOfRange(MESSAGES, at, at + length)));
            written += TlsRecord.HEADER_LENGTH;
            for (int i = 0; i < length; i++) {
                places[at + i] = written++;
            }
            at += length;
        }
        Limits limits = Limits.defaults();
        Handshake handshake =
                Feed.atOnce(limits).client(CLIENT).server(stream.bytes()).handshake();
        if (handshake.records(Direction.SERVER_TO_CLIENT).size() >= limits.maxRecords()) {
            return; // more records than are listed; RecordTest has a test of that
        }

        assertThat(Reading.serverTypes(handshake))
                .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
        int start = 0;
        for (HandshakeMessage message : handshake.messages().subList(1, 5)) {
            int end = start + 4 + message.body().length();
            assertThat(message.body().toByteArray()).isEqualTo(Arrays.copyOfRange(MESSAGES, start + 4, end));
            assertThat(message.provenance().offset()).isEqualTo(places[start]);
            assertThat(message.provenance().end()).isEqualTo(places[end - 1] + 1);
            List<TlsRecord> records = message.provenance().records();
            assertThat(records.get(0).offset()).isLessThan(places[start]);
            assertThat(records.get(0).end()).isGreaterThan(places[start]);
            assertThat(records.get(records.size() - 1).end()).isGreaterThan(places[end - 1]);
            start = end;
        }
    }
}
