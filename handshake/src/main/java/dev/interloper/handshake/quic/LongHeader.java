package dev.interloper.handshake.quic;

import dev.interloper.handshake.wire.Bytes;

/** Where the fields of a long header lie (RFC 9000 section 17.2); read anew for each packet. */
final class LongHeader {

    private static final int MAX_ID = 20;

    int first;
    int version;
    int destination;
    int destinationLength;
    int source;
    int sourceLength;
    /** Behind the connection ids: the end of what is the same in all versions. */
    int rest;

    int number;
    /** Behind the packet, the same datagram's next one. */
    int end;

    /** Reads what RFC 8999 keeps for all versions; false if it is not all there. */
    boolean readInvariants(byte[] bytes, int at, int limit) {
        if (limit - at < 7) {
            return false;
        }
        first = bytes[at] & 0xff;
        version = (bytes[at + 1] & 0xff) << 24
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 8
                | (bytes[at + 4] & 0xff);
        destinationLength = bytes[at + 5] & 0xff;
        destination = at + 6;
        if (limit - destination <= destinationLength) {
            return false;
        }
        sourceLength = bytes[destination + destinationLength] & 0xff;
        source = destination + destinationLength + 1;
        rest = source + sourceLength;
        return rest <= limit;
    }

    boolean hasPlausibleIds() {
        return destinationLength <= MAX_ID && sourceLength <= MAX_ID;
    }

    /** Reads the token of an Initial packet and the length; false if the packet is not all there. */
    boolean readLengths(byte[] bytes, int limit, boolean hasToken) {
        int at = rest;
        if (hasToken) {
            long token = Varint.read(bytes, at, limit);
            if (token < 0 || token > limit - at - Varint.size(bytes[at])) {
                return false;
            }
            at += Varint.size(bytes[at]) + (int) token;
        }
        long length = Varint.read(bytes, at, limit);
        if (length < 0) {
            return false;
        }
        number = at + Varint.size(bytes[at]);
        if (length > limit - number) {
            return false;
        }
        end = number + (int) length;
        return true;
    }

    Bytes destination(byte[] bytes) {
        return Bytes.copyOf(bytes, destination, destinationLength);
    }

    Bytes source(byte[] bytes) {
        return Bytes.copyOf(bytes, source, sourceLength);
    }
}
