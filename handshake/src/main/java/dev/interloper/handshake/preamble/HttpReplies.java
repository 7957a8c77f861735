package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import java.util.function.Predicate;

/** The HTTP replies to a request, refusals with their bodies included (RFC 9112 section 6). */
final class HttpReplies {

    private enum Place {
        HEAD,
        CHUNKS,
        TRAILERS
    }

    private static final int MAX_DIGITS = 9;

    private final Upgrade.Builder notes;
    private final Predicate<HttpHead> accepts;
    private Place place = Place.HEAD;

    HttpReplies(Upgrade.Builder notes, Predicate<HttpHead> accepts) {
        this.notes = notes;
        this.accepts = accepts;
    }

    static Fit fits(Inbox in) {
        return in.startsWith("HTTP/1.");
    }

    /** {@link Step#GATE} behind a reply that accepts. */
    Step read(Inbox in) {
        return switch (place) {
            case HEAD -> head(in);
            case CHUNKS -> chunk(in);
            case TRAILERS -> trailer(in);
        };
    }

    private Step head(Inbox in) {
        Fit fit = fits(in);
        int length = fit == Fit.YES ? in.head() : Inbox.MORE;
        if (length == Inbox.MORE) {
            return fit == Fit.NO ? Step.FOREIGN : Step.MORE;
        }
        HttpHead head = new HttpHead(in.latin1(0, length));
        int status = head.status();
        if (accepts.test(head)) {
            notes.answered(Answer.ACCEPTED, in.bytes(0, length), status);
            in.take(length);
            return Step.GATE;
        }
        if (status / 100 == 1) {
            in.take(length);
            return Step.NEXT;
        }
        notes.answered(Answer.REFUSED, in.bytes(0, length), status);
        if (head.isChunked()) {
            place = Place.CHUNKS;
            in.take(length);
        } else {
            in.take((long) length + size(head.field("Content-Length"), 10));
        }
        return Step.NEXT;
    }

    /** A chunk's size and the chunk; the line end behind a chunk is read as a line of its own. */
    private Step chunk(Inbox in) {
        int length = in.through('\n');
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        String line = in.latin1(0, length).strip();
        int semicolon = line.indexOf(';');
        int size = size(semicolon < 0 ? line : line.substring(0, semicolon), 16);
        if (size == 0 && !line.isEmpty()) {
            place = Place.TRAILERS;
        }
        in.take((long) length + size);
        return Step.NEXT;
    }

    private Step trailer(Inbox in) {
        int length = in.through('\n');
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        if (length <= 2) {
            place = Place.HEAD;
        }
        in.take(length);
        return Step.NEXT;
    }

    private static int size(String digits, int radix) {
        return digits.strip().length() > MAX_DIGITS ? 0 : Words.number(digits, radix);
    }
}
