package dev.interloper.core.probe;

/**
 * Finds where a server's first flight ends in clear records, RFC 5246 section 7.3: behind ServerHelloDone. It looks at each byte once, so that
 * a peer that sends one at a time costs no more than another.
 */
final class FlightEnd {

    /** What the bytes so far come to. */
    enum State {
        /** The flight goes on. */
        OPEN,
        /** ServerHelloDone is complete. */
        DONE,
        /** A fatal alert is complete. */
        ALERT,
        /** No TLS: not a record, or one of a kind that has no place here. */
        NOT_TLS
    }

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int FATAL = 2;
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;

    private State state = State.OPEN;
    private int headerBytes;
    private int contentType;
    private int recordLeft;
    private int messageBytes;
    private int messageType;
    private int messageLeft;
    private int alertLevel = -1;

    State state() {
        return state;
    }

    State take(byte[] bytes, int count) {
        for (int i = 0; i < count && state == State.OPEN; i++) {
            take(bytes[i] & 0xff);
        }
        return state;
    }

    private void take(int octet) {
        if (headerBytes < RECORD_HEADER) {
            header(octet);
            return;
        }
        recordLeft--;
        if (contentType == ALERT) {
            alert(octet);
        } else {
            message(octet);
        }
        if (recordLeft == 0) {
            headerBytes = 0;
        }
    }

    private void header(int octet) {
        switch (headerBytes) {
            case 0 -> contentType = octet;
            case 1 -> state = octet == 3 && (contentType == HANDSHAKE || contentType == ALERT) ? state : State.NOT_TLS;
            case 3 -> recordLeft = octet << 8;
            case 4 -> recordLeft |= octet;
            default -> {}
        }
        headerBytes++;
        if (headerBytes == RECORD_HEADER && recordLeft == 0) {
            headerBytes = 0;
        }
    }

    private void alert(int octet) {
        if (alertLevel < 0) {
            alertLevel = octet;
        } else {
            state = alertLevel == FATAL ? State.ALERT : state;
            alertLevel = -1;
        }
    }

    private void message(int octet) {
        if (messageBytes < MESSAGE_HEADER) {
            messageType = messageBytes == 0 ? octet : messageType;
            messageLeft = messageBytes == 0 ? 0 : messageLeft << 8 | octet;
            messageBytes++;
        } else {
            messageLeft--;
        }
        if (messageBytes == MESSAGE_HEADER && messageLeft == 0) {
            messageBytes = 0;
            state = messageType == SERVER_HELLO_DONE ? State.DONE : state;
        }
    }
}
