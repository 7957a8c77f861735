package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands and replies in lines of text. Which protocol they are of shows itself while they are read. */
final class LineDialogue implements UpgradeGrammar {

    private static final int MAX_LINE = 4096;
    private static final int KEPT = 512;
    private static final int TOLD_BY = 4;

    /** In the order of preference where several protocols allow the same lines. */
    private static final List<LineProtocol> PROTOCOLS = List.of(
            new Smtp(), new Lmtp(), new Ftp(), new Imap(), new Pop3(), new Nntp(), new ManageSieve(), new Irc());

    /** Texts after which TLS never comes on the same connection. */
    private static final List<String> OTHERS = List.of(
            "GET ",
            "POST ",
            "HEAD ",
            "PUT ",
            "DELETE ",
            "PATCH ",
            "TRACE ",
            "OPTIONS ",
            "PRI * ",
            "SSH-",
            "HTTP/",
            "RTSP/",
            "SIP/2.0 ",
            "<");

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.TEXT);
    private List<LineProtocol> candidates = PROTOCOLS;
    private Bytes clientLine = Bytes.EMPTY;
    private Bytes serverLine = Bytes.EMPTY;
    private String request = "";
    private boolean clientSpoke;
    private boolean serverSpoke;

    static Fit fits(Direction direction, Inbox in) {
        Fit other = Fit.NO;
        for (String text : OTHERS) {
            Fit fit = in.startsWith(text);
            if (fit == Fit.YES) {
                return Fit.NO;
            }
            other = fit == Fit.PERHAPS ? fit : other;
        }
        for (int i = 0; i < TOLD_BY; i++) {
            if (i == in.available()) {
                return Fit.PERHAPS;
            }
            int value = in.u8(i);
            if (value == '\n') {
                return Fit.YES;
            }
            if (value < ' ' ? value != '\r' && value != '\t' : value >= 0x7f) {
                return Fit.NO;
            }
        }
        return other == Fit.NO ? Fit.YES : other;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        int length = in.textLine();
        if (length == Inbox.NEVER || length > MAX_LINE || (length == Inbox.MORE && in.available() > MAX_LINE)) {
            return Step.FOREIGN;
        }
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        Bytes kept = in.bytes(0, Math.min(length, KEPT));
        String line = in.latin1(0, Math.min(length, KEPT)).strip();
        in.take(length);
        return direction == Direction.CLIENT_TO_SERVER ? command(kept, line) : reply(kept, line);
    }

    private Step command(Bytes kept, String line) {
        keep(candidates.stream()
                .filter(protocol -> protocol.fits(Direction.CLIENT_TO_SERVER, !clientSpoke, line))
                .toList());
        clientSpoke = true;
        clientLine = kept;
        List<LineProtocol> asking =
                candidates.stream().filter(protocol -> protocol.asks(line)).toList();
        if (!asking.isEmpty()) {
            keep(asking);
            request = line;
            notes.asked(kept);
            return Step.GATE;
        }
        return candidates.stream().anyMatch(protocol -> protocol.ends(line)) ? Step.FOREIGN : Step.NEXT;
    }

    private Step reply(Bytes kept, String line) {
        boolean first = !serverSpoke;
        keep(candidates.stream()
                .filter(protocol -> protocol.fits(Direction.SERVER_TO_CLIENT, first, line))
                .toList());
        serverSpoke = true;
        serverLine = kept;
        if (first) {
            notes.banner(Bytes.copyOf(line.getBytes(StandardCharsets.ISO_8859_1)));
        }
        if (request.isEmpty()) {
            return Step.NEXT;
        }
        for (LineProtocol protocol : candidates) {
            Answer answer = first && protocol.greets() ? Answer.NONE : protocol.answer(request, line);
            if (answer != Answer.NONE) {
                keep(List.of(protocol));
                request = "";
                notes.answered(answer, kept, Words.code(line));
                return answer == Answer.ACCEPTED ? Step.GATE : Step.NEXT;
            }
        }
        return Step.NEXT;
    }

    private void keep(List<LineProtocol> fitting) {
        if (fitting.size() != candidates.size() || candidates == PROTOCOLS) {
            candidates = fitting;
            notes.protocol(
                    fitting.isEmpty() ? UpgradeProtocol.TEXT : fitting.get(0).name());
        }
    }

    /** Where the other direction is missing, or the protocol is not known, the last line must have been the one. */
    @Override
    public void tlsBegins(Direction direction) {
        if (direction == Direction.CLIENT_TO_SERVER && !notes.isAsked()) {
            notes.asked(clientLine);
        } else if (direction == Direction.SERVER_TO_CLIENT && notes.answer() == Answer.NONE) {
            notes.answered(Answer.ACCEPTED, serverLine, -1);
        }
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
