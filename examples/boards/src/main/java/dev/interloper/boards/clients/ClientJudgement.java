package dev.interloper.boards.clients;

import dev.interloper.core.client.ClientInspector;
import dev.interloper.core.client.ClientOutcome;
import dev.interloper.core.client.ClientVerdict;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What is said of a capture: as much as of its worst connection. A browser beside an interceptor often connects by itself too.
 *
 * @param capture the capture
 * @param hellos how many hellos were read
 * @param verdict the one with the highest probability; of no hello at all, none
 */
public record ClientJudgement(ClientCapture capture, int hellos, List<ClientVerdict> verdict) {

    /**
     * Judges each hello of a capture with the capture's user agent.
     *
     * @param inspector what judges
     * @param capture the capture
     * @return the worst
     * @throws IOException if it cannot be read
     */
    public static ClientJudgement of(ClientInspector inspector, ClientCapture capture) throws IOException {
        List<ClientHello> hellos = new ArrayList<>();
        Capture.file(capture.file()).read(handshake -> handshake.clientHello().ifPresent(hellos::add));
        List<ClientVerdict> verdicts = hellos.stream()
                .map(hello ->
                        inspector.hello(hello).userAgent(capture.userAgent()).inspect())
                .toList();
        return new ClientJudgement(
                capture,
                hellos.size(),
                verdicts.stream()
                        .max(Comparator.comparing(ClientJudgement::isIntercepted)
                                .thenComparingDouble(ClientVerdict::probability))
                        .stream()
                        .toList());
    }

    private static boolean isIntercepted(ClientVerdict verdict) {
        return verdict.outcome() == ClientOutcome.INTERCEPTED;
    }

    /**
     * Whether any connection is called intercepted.
     *
     * @return true if one is
     */
    public boolean flagged() {
        return verdict.stream().anyMatch(ClientJudgement::isIntercepted);
    }

    /**
     * Whether a product is named.
     *
     * @return true if one is
     */
    public boolean named() {
        return verdict.stream().anyMatch(worst -> worst.product().isPresent());
    }

    /**
     * Whether nothing can be said.
     *
     * @return true also where there was no hello
     */
    public boolean unknown() {
        return verdict.stream().allMatch(worst -> worst.outcome() == ClientOutcome.INCONCLUSIVE);
    }

    /**
     * A line of a table: set, capture, outcome, probability, product, signals, user agent.
     *
     * @return tab-separated cells
     */
    public String row() {
        return String.join(
                "\t",
                capture.set(),
                capture.name(),
                verdict.stream()
                        .map(worst -> worst.outcome().toString())
                        .findFirst()
                        .orElse("no hello"),
                verdict.stream()
                        .map(worst -> String.format(Locale.ROOT, "%.3f", worst.probability()))
                        .findFirst()
                        .orElse("-"),
                verdict.stream()
                        .flatMap(worst -> worst.product().stream())
                        .map(product -> product.name())
                        .findFirst()
                        .orElse("-"),
                verdict.stream()
                        .flatMap(worst -> worst.evidence().stream())
                        .filter(evidence -> evidence.weight() != 0)
                        .limit(3)
                        .map(evidence -> evidence.signal())
                        .reduce((left, right) -> left + "," + right)
                        .orElse("-"),
                capture.userAgent().isEmpty() ? "-" : capture.userAgent());
    }
}
