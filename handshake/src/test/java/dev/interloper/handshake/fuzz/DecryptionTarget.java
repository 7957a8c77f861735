package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.crypto.RecordedConnection;
import dev.interloper.handshake.crypto.TlsDecryption;
import dev.interloper.handshake.fuzz.Input.Turn;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;

/** A recorded connection whose secrets are known, with changes: which connection, then which byte of which record to what. */
final class DecryptionTarget {

    private static final List<RecordedConnection> CONNECTIONS =
            RecordedConnection.all().toList();
    private static final List<KeyLog> LOGS =
            CONNECTIONS.stream().map(RecordedConnection::log).toList();

    private DecryptionTarget() {}

    static void accept(byte[] bytes) {
        Input input = new Input(bytes);
        int which = input.u8() % CONNECTIONS.size();
        List<Turn> turns = new ArrayList<>();
        for (RecordedConnection.Sent sent : CONNECTIONS.get(which).records()) {
            turns.add(new Turn(sent.direction(), sent.bytes().toByteArray()));
        }
        while (input.hasMore()) {
            byte[] record = turns.get(input.u8() % turns.size()).bytes();
            record[input.u16() % record.length] ^= (byte) input.u8();
        }
        StreamTarget.check(turns, LOGS.get(which));
        open(turns, LOGS.get(which));
    }

    /** Records out of nowhere and out of order. */
    private static void open(List<Turn> turns, KeyLog log) {
        TlsDecryption decryption = new TlsDecryption(log);
        decryption.clientHello(Bytes.copyOf(turns.get(0).bytes(), 11, 32));
        for (Turn turn : turns) {
            byte[] record = turn.bytes();
            for (Direction direction : Direction.values()) {
                if (record[0] == 22 && record.length > 9 && turn.direction() == direction) {
                    decryption.message(direction, record[5], Bytes.copyOf(record, 9, record.length - 9));
                }
                TlsDecryption.Result result =
                        decryption.open(direction, record[0] & 0xff, 0x0303, record, 5, record.length - 5);
                assertThat(decryption.plaintextLength())
                        .isBetween(0, result == TlsDecryption.Result.OPENED ? record.length - 5 : 0);
            }
            if (record[0] == 20) {
                decryption.changeCipherSpec(turn.direction());
            }
        }
    }
}
