package dev.interloper.core.diagnosis;

import dev.interloper.core.page.HttpReply;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether pages that are known to the byte came back changed. */
final class CaptivePortalFacts implements FactFinder {

    /** What each page holds when nobody interferes; the first answers without a body. */
    private static final Map<String, String> KNOWN = Map.of(
            "connectivitycheck.gstatic.com", "",
            "captive.apple.com", "Success",
            "www.msftconnecttest.com", "Microsoft Connect Test",
            "detectportal.firefox.com", "success");

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        seen.exchanges(ProbeStep.CAPTIVE_PORTAL)
                .forEach(made -> made.page()
                        .flatMap(HttpReply::parse)
                        .filter(reply -> isAltered(made, reply))
                        .ifPresent(reply -> facts.add(new Fact(
                                        FactCodes.CAPTIVE,
                                        "http://" + made.host() + "/ answers " + reply
                                                + reply.location()
                                                        .map(to -> " to " + to)
                                                        .orElse("")
                                                + " instead of what is known to be there",
                                        reply.location().orElse(""))
                                .in(made.step()))));
        return facts;
    }

    private static boolean isAltered(Exchange made, HttpReply reply) {
        String known = KNOWN.getOrDefault(made.host(), "");
        return known.isEmpty()
                ? reply.status() != 204 && reply.status() < 500
                : reply.status() == 511
                        || reply.location().isPresent()
                        || (reply.status() == 200 && !reply.body().contains(known));
    }
}
