package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** {@code OPTIONS} with {@code Upgrade: TLS/1.0}, as printing clients send it (RFC 2817 section 3.2). */
final class HttpUpgrade implements UpgradeGrammar {

    private static final String METHOD = "OPTIONS ";

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.HTTP_UPGRADE);
    private final HttpReplies replies = new HttpReplies(notes, head -> head.status() == 101 && head.upgradesToTls());

    static Fit fits(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? in.startsWith(METHOD) : Fit.NO;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (direction == Direction.SERVER_TO_CLIENT) {
            return replies.read(in);
        }
        Fit fit = in.startsWith(METHOD);
        int length = fit == Fit.YES ? in.head() : Inbox.MORE;
        if (length == Inbox.MORE) {
            return fit == Fit.NO ? Step.FOREIGN : Step.MORE;
        }
        HttpHead head = new HttpHead(in.latin1(0, length));
        if (!head.upgradesToTls()) {
            return Step.FOREIGN;
        }
        notes.asked(in.bytes(0, Math.min(head.firstLine().length(), 1024)));
        in.take(length);
        return Step.GATE;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
