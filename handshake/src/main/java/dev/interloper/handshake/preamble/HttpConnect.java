package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** A tunnel through an HTTP proxy, which may refuse until the client has logged in (RFC 9110 section 9.3.6). */
final class HttpConnect implements UpgradeGrammar {

    private static final String METHOD = "CONNECT ";
    private static final int KEPT = 1024;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.HTTP_CONNECT);
    private final HttpReplies replies = new HttpReplies(notes, head -> head.status() / 100 == 2);
    private boolean replied;

    static Fit fits(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? in.startsWith(METHOD) : HttpReplies.fits(in);
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            return request(in);
        }
        if (replied) {
            return Step.FOREIGN; // an ordinary reply to a request that was not seen
        }
        Step step = replies.read(in);
        replied = step == Step.GATE;
        return replied && notes.isAsked() ? Step.DONE : step;
    }

    private Step request(Inbox in) {
        if (notes.isAsked() && notes.answer() == Answer.ACCEPTED) {
            return Step.DONE;
        }
        Fit fit = in.startsWith(METHOD);
        if (fit == Fit.NO) {
            return notes.isAsked() && notes.answer() == Answer.NONE ? Step.DONE : Step.FOREIGN;
        }
        int length = fit == Fit.YES ? in.head() : Inbox.MORE;
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        HttpHead head = new HttpHead(in.latin1(0, length));
        notes.target(head.target()).asked(in.bytes(0, Math.min(head.firstLine().length(), KEPT)));
        in.take(length);
        return Step.GATE;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
