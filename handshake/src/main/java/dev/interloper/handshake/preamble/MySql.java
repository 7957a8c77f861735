package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;

/** The server's greeting, and the client's SSL request: the start of a login with the capability CLIENT_SSL. */
final class MySql implements UpgradeGrammar {

    private static final int HEADER = 4;
    private static final int PROTOCOL_10 = 10;
    private static final int CLIENT_SSL_HIGH = 0x08;
    private static final int REQUEST = 32;
    private static final int MAX_GREETING = 1024;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.MYSQL);
    private boolean greeted;

    static Fit fits(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? fitsRequest(in) : fitsGreeting(in);
    }

    private static Fit fitsRequest(Inbox in) {
        int has = in.available();
        if (in.u8(0) != REQUEST
                || (has >= 3 && in.u16(1) != 0)
                || (has >= HEADER && in.u8(3) != 1)
                || (has >= 6 && (in.u8(5) & CLIENT_SSL_HIGH) == 0)) {
            return Fit.NO;
        }
        return has >= 6 ? Fit.YES : Fit.PERHAPS;
    }

    private static Fit fitsGreeting(Inbox in) {
        int has = in.available();
        if ((has >= 3 && (length(in) < REQUEST || length(in) > MAX_GREETING))
                || (has >= HEADER && in.u8(3) != 0)
                || (has >= 5 && in.u8(4) != PROTOCOL_10)
                || (has >= 6 && (in.u8(5) < '0' || in.u8(5) > '9'))) {
            return Fit.NO;
        }
        return has >= 6 ? Fit.YES : Fit.PERHAPS;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (in.available() < HEADER || in.available() < HEADER + Math.min(length(in), MAX_GREETING)) {
            return Step.MORE;
        }
        return direction == Direction.CLIENT_TO_SERVER ? request(in) : greeting(in);
    }

    private Step request(Inbox in) {
        int length = length(in);
        if (notes.isAsked() || length < 2 || length > REQUEST || (in.u8(5) & CLIENT_SSL_HIGH) == 0) {
            return Step.FOREIGN;
        }
        notes.asked(in.bytes(0, HEADER + length));
        in.take((long) HEADER + length);
        return Step.GATE;
    }

    private Step greeting(Inbox in) {
        int length = length(in);
        if (greeted || length < 1 || length > MAX_GREETING || in.u8(HEADER) != PROTOCOL_10) {
            return Step.FOREIGN;
        }
        greeted = true;
        int end = HEADER + 1;
        while (end < HEADER + length && in.u8(end) != 0) {
            end++;
        }
        notes.banner(in.bytes(HEADER + 1, end - HEADER - 1));
        in.take((long) HEADER + length);
        return Step.GATE;
    }

    private static int length(Inbox in) {
        return in.u8(0) | in.u8(1) << 8 | in.u8(2) << 16;
    }

    @Override
    public void tlsBegins(Direction direction) {
        if (direction == Direction.SERVER_TO_CLIENT) {
            notes.answered(Answer.ACCEPTED, Bytes.EMPTY, -1);
        }
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
