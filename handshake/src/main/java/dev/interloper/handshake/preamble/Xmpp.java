package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;

/** {@code <starttls/>} and {@code <proceed/>} in XML streams (RFC 6120 section 5), read tag by tag. */
final class Xmpp implements UpgradeGrammar {

    private static final int MAX_TAG = 8192;
    private static final int KEPT = 512;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.XMPP);
    private boolean accepted;

    static Fit fits(Direction direction, Inbox in) {
        Fit declaration = in.startsWith("<?xml ");
        Fit stream = in.startsWith("<stream:stream");
        return declaration == Fit.NO ? stream : declaration;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (in.u8(0) <= ' ') {
            in.take(1);
            return expects(direction);
        }
        int length = in.through('>');
        if (length > MAX_TAG || (length == Inbox.MORE && in.available() > MAX_TAG)) {
            return Step.FOREIGN;
        }
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        String text = in.latin1(0, length);
        String tag = text.substring(Math.max(0, text.lastIndexOf('<')));
        String name = name(tag);
        int kept = Math.min(length, KEPT);
        if (direction == Direction.CLIENT_TO_SERVER && name.equals("starttls")) {
            notes.asked(in.bytes(0, kept));
        } else if (direction == Direction.SERVER_TO_CLIENT && name.equals("proceed")) {
            accepted = true;
            notes.answered(Answer.ACCEPTED, in.bytes(0, kept), -1);
        } else if (direction == Direction.SERVER_TO_CLIENT && name.equals("failure")) {
            notes.answered(Answer.REFUSED, in.bytes(0, kept), -1);
            return Step.FOREIGN;
        }
        in.take(length);
        return expects(direction);
    }

    private Step expects(Direction direction) {
        boolean asked = direction == Direction.CLIENT_TO_SERVER ? notes.isAsked() : accepted;
        return asked ? Step.GATE : Step.NEXT;
    }

    /** A start tag's name without its prefix, or nothing. */
    private static String name(String tag) {
        int end = 1;
        while (end < tag.length() && (Character.isLetterOrDigit(tag.charAt(end)) || tag.charAt(end) == ':')) {
            end++;
        }
        String name = tag.length() > 1 ? tag.substring(1, end) : "";
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
