package dev.interloper.handshake.quic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the frames of an opened packet for the few that matter: those of RFC 9000 section 19, RFC 9221,
 * draft-ietf-quic-ack-frequency and draft-huitema-quic-ts, or those of Google's T050 and T051, which have numbers of their own.
 */
final class FrameReader {

    /** What matters in a packet. */
    interface Visitor {
        void crypto(long offset, byte[] bytes, int at, int length);

        void closed(long errorCode);
    }

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private boolean broken;

    /** Reads all frames up to the first that is unknown or broken; returns what is wrong with it, null if all were read. */
    @Nullable
    String read(byte[] frames, int length, boolean isGoogles, Visitor visitor) {
        bytes = frames;
        at = 0;
        end = length;
        broken = false;
        while (at < end) {
            int start = at;
            long type = isGoogles ? frames[at++] & 0xff : integer();
            boolean known = type == 0 || (isGoogles ? googlesFrame((int) type, visitor) : frame(type, visitor));
            if (broken) {
                return String.format("frame of type 0x%x at %d of %d bytes ends too late", type, start, length);
            }
            if (!known) {
                return String.format("unknown frame type 0x%x", type);
            }
        }
        return null;
    }

    private boolean frame(long type, Visitor visitor) {
        if (type >= 0x08 && type <= 0x0f) {
            stream((int) type);
            return true;
        }
        if (type > 0xffff) {
            return false;
        }
        switch ((int) type) {
            case 0x01, 0x1e, 0x1f -> {} // PING, HANDSHAKE_DONE, IMMEDIATE_ACK
            case 0x02, 0x03 -> acknowledgement(type == 0x03);
            case 0x04 -> integers(3); // RESET_STREAM
            case 0x05, 0x11, 0x15 -> integers(2); // STOP_SENDING, MAX_STREAM_DATA, STREAM_DATA_BLOCKED
            case 0x06 -> crypto(visitor);
            case 0x07 -> skip(integer()); // NEW_TOKEN
            case 0x10, 0x12, 0x13, 0x14, 0x16, 0x17, 0x19 -> integers(1); // MAX_DATA to RETIRE_CONNECTION_ID
            case 0x18 -> newConnectionId();
            case 0x1a, 0x1b -> skip(8); // PATH_CHALLENGE, PATH_RESPONSE
            case 0x1c, 0x1d -> close(type == 0x1c, visitor);
            case 0x30 -> at = end; // DATAGRAM
            case 0x31 -> skip(integer());
            case 0xaf -> integers(4); // ACK_FREQUENCY
            case 0x2f5 -> integers(1); // TIME_STAMP
            default -> {
                return false;
            }
        }
        return true;
    }

    /** PING, CRYPTO and ACK: all that a client or server has to say before it has other keys. */
    private boolean googlesFrame(int type, Visitor visitor) {
        switch (type >> 6 == 1 ? 0x40 : type) {
            case 0x07 -> {}
            case 0x08 -> crypto(visitor);
            case 0x40 -> googlesAcknowledgement(type);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void googlesAcknowledgement(int type) {
        int blockLength = lengthOf(type);
        skip(lengthOf(type >> 2) + 2);
        int blocks = (type & 0x20) == 0 ? 0 : octet();
        skip(blockLength + blocks * (1 + blockLength));
        int timestamps = octet();
        skip(timestamps == 0 ? 0 : 5 + (timestamps - 1) * 3);
    }

    private static int lengthOf(int code) {
        return List.of(1, 2, 4, 6).get(code & 3);
    }

    private int octet() {
        int value = at < end ? bytes[at] & 0xff : 0;
        skip(1);
        return value;
    }

    private void acknowledgement(boolean countsMarks) {
        integers(2);
        long ranges = integer();
        integers(1);
        for (long i = 0; i < ranges && !broken; i++) {
            integers(2);
        }
        if (countsMarks) {
            integers(3);
        }
    }

    private void crypto(Visitor visitor) {
        long offset = integer();
        long length = integer();
        int data = at;
        skip(length);
        if (!broken) {
            visitor.crypto(offset, bytes, data, (int) length);
        }
    }

    private void stream(int type) {
        integers((type & 4) != 0 ? 2 : 1);
        if ((type & 2) != 0) {
            skip(integer());
        } else {
            at = end;
        }
    }

    private void newConnectionId() {
        integers(2);
        if (at < end) {
            skip(1 + (bytes[at] & 0xff));
            skip(16);
        } else {
            broken = true;
        }
    }

    private void close(boolean ofTransport, Visitor visitor) {
        long errorCode = integer();
        integers(ofTransport ? 1 : 0);
        skip(integer());
        if (!broken && ofTransport) {
            visitor.closed(errorCode);
        }
    }

    private void integers(int count) {
        for (int i = 0; i < count; i++) {
            integer();
        }
    }

    private long integer() {
        long value = Varint.read(bytes, at, end);
        if (value < 0) {
            broken = true;
            at = end;
            return 0;
        }
        at += Varint.size(bytes[at]);
        return value;
    }

    private void skip(long length) {
        if (length > end - at) {
            broken = true;
            at = end;
        } else {
            at += (int) length;
        }
    }
}
