package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** Android's debug bridge: messages with a 24-byte header in little-endian order; both sides say STLS. */
final class Adb implements UpgradeGrammar {

    private static final int HEADER = 24;
    private static final int MAX_LENGTH = 1 << 20;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.ADB);

    static Fit fits(Direction direction, Inbox in) {
        Fit connect = in.startsWith("CNXN");
        Fit secure = in.startsWith("STLS");
        if (connect == Fit.NO && secure == Fit.NO) {
            return Fit.NO;
        }
        return in.available() < HEADER ? Fit.PERHAPS : Fit.of(isHeader(in));
    }

    /** The last field is the first with all bits turned. */
    private static boolean isHeader(Inbox in) {
        return (in.u16(0) ^ in.u16(20)) == 0xffff && (in.u16(2) ^ in.u16(22)) == 0xffff;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (in.available() < HEADER) {
            return Step.MORE;
        }
        long length = in.u8(12) | in.u8(13) << 8 | in.u8(14) << 16 | (long) in.u8(15) << 24;
        if (!isHeader(in) || length > MAX_LENGTH) {
            return Step.FOREIGN;
        }
        boolean secure = in.startsWith("STLS") == Fit.YES;
        if (secure && direction == Direction.CLIENT_TO_SERVER) {
            notes.asked(in.bytes(0, HEADER));
        } else if (secure) {
            notes.answered(Answer.ACCEPTED, in.bytes(0, HEADER), -1);
        }
        in.take(HEADER + length);
        return secure ? Step.GATE : Step.NEXT;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
