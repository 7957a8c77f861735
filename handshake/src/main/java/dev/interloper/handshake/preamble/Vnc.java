package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** RFB 3.7 and later with the security types TLS (18) and VeNCrypt 0.2 (19). */
final class Vnc implements UpgradeGrammar {

    private static final String START = "RFB 003.";
    private static final int VERSION = 12;
    private static final int TLS = 18;
    private static final int VENCRYPT = 19;
    private static final int FIRST_TLS_SUBTYPE = 257;
    private static final int LAST_TLS_SUBTYPE = 264;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.VNC);
    private int clientPart;
    private int serverPart;

    static Fit fits(Direction direction, Inbox in) {
        return in.startsWith(START);
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? client(in) : server(in);
    }

    /** Version, security type, VeNCrypt version, subtype. */
    private Step client(Inbox in) {
        int[] lengths = {VERSION, 1, 2, 4};
        if (clientPart == lengths.length) {
            return Step.FOREIGN;
        }
        int length = lengths[clientPart];
        if (in.available() < length) {
            return Step.MORE;
        }
        Step step = Step.NEXT;
        if (clientPart == 1 && in.u8(0) != VENCRYPT) {
            step = in.u8(0) == TLS ? Step.GATE : Step.FOREIGN;
        } else if (clientPart == 3) {
            int subtype = in.u16(2);
            step = subtype >= FIRST_TLS_SUBTYPE && subtype <= LAST_TLS_SUBTYPE ? Step.GATE : Step.FOREIGN;
        }
        if (step == Step.GATE) {
            notes.asked(in.bytes(0, length));
        }
        clientPart++;
        in.take(length);
        return step;
    }

    /** Version, security types, VeNCrypt version, its acknowledgement, subtypes, their acknowledgement. */
    private Step server(Inbox in) {
        int length = switch (serverPart) {
            case 0 -> VERSION;
            case 1 -> 1 + in.u8(0);
            case 2 -> 2;
            case 3, 5 -> 1;
            case 4 -> 1 + 4 * in.u8(0);
            default -> Inbox.NEVER;
        };
        if (length == Inbox.NEVER || (length == 1 && serverPart == 1)) {
            return Step.FOREIGN;
        }
        if (in.available() < length) {
            return Step.MORE;
        }
        Step step = Step.NEXT;
        switch (serverPart) {
            case 0 -> notes.banner(in.bytes(0, VERSION - 1));
            case 1 -> step = offersTls(in, length) ? Step.GATE : Step.FOREIGN;
            case 3 -> step = in.u8(0) == 0 ? Step.NEXT : refused(in);
            case 5 -> step = in.u8(0) == 1 ? accepted(in) : refused(in);
            default -> {}
        }
        serverPart++;
        in.take(length);
        return step;
    }

    private static boolean offersTls(Inbox in, int length) {
        for (int i = 1; i < length; i++) {
            if (in.u8(i) == TLS || in.u8(i) == VENCRYPT) {
                return true;
            }
        }
        return false;
    }

    private Step accepted(Inbox in) {
        notes.answered(Answer.ACCEPTED, in.bytes(0, 1), 1);
        return Step.GATE;
    }

    private Step refused(Inbox in) {
        notes.answered(Answer.REFUSED, in.bytes(0, 1), in.u8(0));
        return Step.FOREIGN;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
