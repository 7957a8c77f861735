package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** SSLRequest, perhaps behind a refused GSSENCRequest; each is answered by one letter. */
final class PostgreSql implements UpgradeGrammar {

    private static final byte[] SSL = {0, 0, 0, 8, 0x04, (byte) 0xd2, 0x16, 0x2f};
    private static final byte[] GSS = {0, 0, 0, 8, 0x04, (byte) 0xd2, 0x16, 0x30};

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.POSTGRESQL);
    private boolean clientSeen;
    private int answersToGss;

    static Fit fits(Direction direction, Inbox in) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            Fit ssl = in.startsWith(SSL);
            return ssl == Fit.NO ? in.startsWith(GSS) : ssl;
        }
        int at = in.u8(0) == 'N' ? 1 : 0; // the answer to a GSSENCRequest
        if (in.available() <= at || (in.u8(at) == 'S' && in.available() <= at + 1)) {
            return at == 1 || in.u8(0) == 'S' ? Fit.PERHAPS : Fit.NO;
        }
        return Fit.of(in.u8(at) == 'S' && TlsStart.isRecordType(in.u8(at + 1)));
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? request(in) : answer(in);
    }

    private Step request(Inbox in) {
        clientSeen = true;
        Fit ssl = in.startsWith(SSL);
        Fit gss = in.startsWith(GSS);
        if (ssl == Fit.YES) {
            notes.asked(in.bytes(0, SSL.length));
            in.take(SSL.length);
            return Step.GATE;
        }
        if (gss == Fit.YES) {
            answersToGss++;
            in.take(GSS.length);
            return Step.NEXT;
        }
        return ssl == Fit.NO && gss == Fit.NO ? Step.FOREIGN : Step.MORE;
    }

    private Step answer(Inbox in) {
        int letter = in.u8(0);
        if ((answersToGss > 0 || !clientSeen) && letter == 'N') {
            answersToGss--;
            in.take(1);
            return Step.NEXT;
        }
        boolean accepted = letter == 'S';
        notes.answered(accepted ? Answer.ACCEPTED : Answer.REFUSED, in.bytes(0, 1), -1);
        in.take(1);
        return accepted ? Step.GATE : Step.FOREIGN;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
