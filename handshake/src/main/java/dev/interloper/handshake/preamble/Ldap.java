package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/** The extended operation StartTLS (RFC 4511 section 4.14); other messages may come before it. */
final class Ldap implements UpgradeGrammar {

    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int EXTENDED_REQUEST = 0x77;
    private static final int EXTENDED_RESPONSE = 0x78;
    private static final int LOOKED_AT = 64;
    private static final int MAX_MESSAGE = 1 << 20;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.LDAP);
    private boolean pending;

    static Fit fits(Direction direction, Inbox in) {
        if (in.u8(0) != SEQUENCE) {
            return Fit.NO;
        }
        int header = headerLength(in);
        if (header <= 0) {
            return header == Inbox.MORE ? Fit.PERHAPS : Fit.NO;
        }
        if (in.available() < header + 2) {
            return in.available() == header + 1 && in.u8(header) != INTEGER ? Fit.NO : Fit.PERHAPS;
        }
        return Fit.of(in.u8(header) == INTEGER && in.u8(header + 1) >= 1 && in.u8(header + 1) <= 4);
    }

    /** Of a BER header with a definite length. */
    private static int headerLength(Inbox in) {
        if (in.available() < 2) {
            return Inbox.MORE;
        }
        int first = in.u8(1);
        int header = first < 0x80 ? 2 : 2 + (first & 0x7f);
        return header > 6 || first == 0x80 ? Inbox.NEVER : header > in.available() ? Inbox.MORE : header;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        int header = in.u8(0) == SEQUENCE ? headerLength(in) : Inbox.NEVER;
        if (header <= 0) {
            return header == Inbox.MORE ? Step.MORE : Step.FOREIGN;
        }
        long contents = 0;
        for (int i = header == 2 ? 1 : 2; i < header; i++) {
            contents = contents << 8 | in.u8(i);
        }
        if (contents > MAX_MESSAGE) {
            return Step.FOREIGN;
        }
        long length = header + contents;
        int looked = (int) Math.min(length, LOOKED_AT);
        if (in.available() < looked) {
            return Step.MORE;
        }
        Bytes message = in.bytes(0, looked);
        in.take(length);
        try {
            return operation(
                    direction, message, message.slice(header, looked - header).reader());
        } catch (MalformedException e) {
            return Step.FOREIGN;
        }
    }

    private Step operation(Direction direction, Bytes message, WireReader in) throws MalformedException {
        if (in.u8("tag") != INTEGER) {
            return Step.FOREIGN;
        }
        in.vector8("messageID");
        int operation = in.u8("protocolOp");
        if (direction == Direction.CLIENT_TO_SERVER && operation == EXTENDED_REQUEST) {
            return request(message, in);
        }
        if (direction == Direction.SERVER_TO_CLIENT && operation == EXTENDED_RESPONSE) {
            return response(message, in);
        }
        return Step.NEXT;
    }

    private Step request(Bytes message, WireReader in) throws MalformedException {
        length(in);
        in.u8("requestName");
        long name = length(in);
        if (name != START_TLS.length() || !in.bytes((int) name, "requestName").startsWith(START_TLS)) {
            return Step.NEXT;
        }
        pending = true;
        notes.asked(message);
        return Step.GATE;
    }

    private Step response(Bytes message, WireReader in) throws MalformedException {
        length(in);
        in.u8("resultCode");
        int code = in.vector8("resultCode").u8("resultCode");
        if (pending) {
            pending = false;
            notes.answered(code == 0 ? Answer.ACCEPTED : Answer.REFUSED, message, code);
        }
        return code == 0 ? Step.GATE : Step.NEXT;
    }

    private static long length(WireReader in) throws MalformedException {
        int first = in.u8("length");
        long value = first < 0x80 ? first : 0;
        for (int i = 0x80; i < Math.min(first, 0x84); i++) {
            value = value << 8 | in.u8("length");
        }
        return value;
    }

    @Override
    public void tlsBegins(Direction direction) {
        if (direction == Direction.SERVER_TO_CLIENT && notes.answer() == Answer.NONE) {
            notes.answered(Answer.ACCEPTED, Bytes.EMPTY, 0);
        }
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
