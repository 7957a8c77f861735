package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The ids of QUIC transport parameters (RFC 9000 section 18) as NPF writes them. */
final class TransportParameterIds {

    private TransportParameterIds() {}

    /** In hexadecimal digits as on the wire, reserved ones as 1b, sorted; those before an error. */
    static List<String> of(Bytes data) {
        List<String> ids = new ArrayList<>();
        int place = 0;
        while (place < data.length()) {
            int idLength = width(data, place);
            int lengthPlace = place + idLength;
            if (lengthPlace >= data.length() || lengthPlace + width(data, lengthPlace) > data.length()) {
                break;
            }
            boolean reserved = number(data, place) % 31 == 27;
            ids.add(reserved ? "1b" : data.slice(place, idLength).hex());
            long behind = lengthPlace + width(data, lengthPlace) + number(data, lengthPlace);
            if (behind > data.length()) {
                break;
            }
            place = (int) behind;
        }
        Collections.sort(ids);
        return ids;
    }

    /** RFC 9000 section 16: the first two bits say how many bytes a number takes. */
    private static int width(Bytes data, int place) {
        return 1 << (data.at(place) >> 6);
    }

    private static long number(Bytes data, int place) {
        long value = data.at(place) & 0x3f;
        for (int i = 1; i < width(data, place); i++) {
            value = value << 8 | data.at(place + i);
        }
        return value;
    }
}
