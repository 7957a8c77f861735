package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** The X.224 connection request and its confirmation, with RDP's negotiation of TLS ([MS-RDPBCGR] sections 2.2.1.1, 2.2.1.2). */
final class Rdp implements UpgradeGrammar {

    private static final int FIXED = 11;
    private static final int MAX_LENGTH = 1024;
    private static final int REQUEST = 0xe0;
    private static final int CONFIRM = 0xd0;
    private static final int NEGOTIATION = 8;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.RDP);

    static Fit fits(Direction direction, Inbox in) {
        int has = in.available();
        int code = direction == Direction.CLIENT_TO_SERVER ? REQUEST : CONFIRM;
        if (in.u8(0) != 3
                || (has >= 2 && in.u8(1) != 0)
                || (has >= 4 && (in.u16(2) < FIXED || in.u16(2) > MAX_LENGTH))
                || (has >= 6 && in.u8(5) != code)) {
            return Fit.NO;
        }
        return has >= 6 ? Fit.YES : Fit.PERHAPS;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (fits(direction, in) == Fit.NO) {
            return Step.FOREIGN;
        }
        if (in.available() < 4 || in.available() < in.u16(2)) {
            return Step.MORE;
        }
        int length = in.u16(2);
        int at = FIXED;
        if (direction == Direction.CLIENT_TO_SERVER) {
            at = cookieEnd(in, length);
        }
        if (at + NEGOTIATION > length) {
            return Step.FOREIGN; // neither side knows of TLS
        }
        int type = in.u8(at);
        boolean tls = (in.u16(at + 4) | in.u16(at + 6)) != 0;
        if (direction == Direction.CLIENT_TO_SERVER) {
            if (type != 1 || !tls) {
                return Step.FOREIGN;
            }
            notes.asked(in.bytes(at, NEGOTIATION));
        } else {
            tls &= type == 2;
            notes.answered(tls ? Answer.ACCEPTED : Answer.REFUSED, in.bytes(at, NEGOTIATION), in.u8(at + 4));
        }
        in.take(length);
        return tls ? Step.GATE : Step.FOREIGN;
    }

    /** A routing token or cookie is a line of text. */
    private static int cookieEnd(Inbox in, int length) {
        for (int i = FIXED; i < length; i++) {
            if (in.u8(i) == '\n' && in.u8(i - 1) == '\r') {
                return i + 1;
            }
        }
        return FIXED;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
