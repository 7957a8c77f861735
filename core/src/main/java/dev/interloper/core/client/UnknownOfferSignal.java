package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** Context: the hello offers something that the browser named was not seen to offer yet. */
final class UnknownOfferSignal implements ClientSignal {

    private static final String ID = "browser.unknown-offer";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "New releases bring new numbers: no evidence, but the reason why the hello is not said to fit.";
    }

    @Override
    public String falsePositives() {
        return "None: it is no evidence.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        String names = client.breaches().stream()
                .filter(breach -> breach.row().rule().isKnown())
                .map(Breach::names)
                .collect(Collectors.joining(", "));
        if (names.isEmpty() || client.lookalike().isPresent()) {
            return List.of();
        }
        String statement = "not known of " + client.userAgent().orElseThrow() + ": " + names;
        return List.of(Evidence.context(ID, statement, "browsers.tsv"));
    }
}
