package dev.interloper.core.report;

import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.ArrayList;
import java.util.List;

/** What could not be seen, so that nobody takes silence for an all-clear. */
final class UnseenSection {

    private static final int MAX_ITEMS = 12;

    private UnseenSection() {}

    static void write(HtmlWriter html, Observation seen) {
        List<String> gaps = gaps(seen);
        if (gaps.isEmpty()) {
            return;
        }
        html.element("h4", "What could not be seen");
        CureSection.list(html, "ul", gaps.subList(0, Math.min(MAX_ITEMS, gaps.size())));
        if (gaps.size() > MAX_ITEMS) {
            html.element("p", "… and " + (gaps.size() - MAX_ITEMS) + " more", "class", "fine");
        }
    }

    static List<String> gaps(Observation seen) {
        List<String> gaps = new ArrayList<>();
        if (seen.chain().size() == 0) {
            gaps.add(whyNoChain(seen));
        }
        if (seen.serverName().isEmpty()) {
            gaps.add("Which host the client wanted: it sent no name.");
        }
        switch (seen.referenceStanding()) {
            case MISSING -> gaps.add("A reference: it holds no connection to this host.");
            case INTERCEPTED ->
                gaps.add("A reference that can be trusted: it is intercepted itself, and was not used.");
            case UNDECIDED ->
                gaps.add("Whether the reference is the server itself: where both differ, either may be the odd one.");
            case NONE, GENUINE -> {}
        }
        seen.flight()
                .ifPresent(flight -> flight.doubts()
                        .forEach(doubt -> gaps.add("The packets as the server sent them: " + doubt + ".")));
        seen.handshake().ifPresent(handshake -> {
            for (StreamProblem problem : handshake.problems()) {
                gaps.add(Wrapping.sentence("byte " + problem.offset() + ": " + problem.description()));
            }
            for (HandshakeMessage message : handshake.messages()) {
                message.malformation()
                        .ifPresent(wrong -> gaps.add(Wrapping.sentence(message.type() + " is malformed: " + wrong)));
            }
        });
        return gaps;
    }

    private static String whyNoChain(Observation seen) {
        Handshake handshake = seen.handshake().orElse(null);
        if (handshake == null || handshake.serverHello().isEmpty()) {
            return "The server's certificate: the handshake did not come so far.";
        }
        if (handshake.isResumed()) {
            return "The server's certificate: an earlier session was resumed, which sends none.";
        }
        boolean encrypted = handshake
                .version()
                .map(version -> version.toString().contains("1.3"))
                .orElse(false);
        return encrypted
                ? "The server's certificate: it is encrypted from "
                        + handshake.version().orElseThrow() + " on, and the client's key log was not given."
                : "The server's certificate: none was sent, or it was not captured.";
    }
}
