package dev.interloper.handshake.dtls;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;

/**
 * One complete handshake message.
 *
 * @param direction which way it travelled
 * @param type its type
 * @param sequence its message_seq
 * @param epoch the epoch of its records
 * @param body its body, without the 12-byte header of DTLS
 * @param records the records that brought its bytes first, in order of arrival; one or more
 */
public record DtlsMessage(
        Direction direction, int type, int sequence, int epoch, Bytes body, List<DtlsRecord> records) {

    public DtlsMessage {
        records = List.copyOf(records);
    }

    /** Whether it was protected and a key opened it. */
    public boolean decrypted() {
        return records.get(0).decrypted();
    }
}
