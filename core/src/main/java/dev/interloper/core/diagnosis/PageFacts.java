package dev.interloper.core.diagnosis;

import dev.interloper.core.page.HttpReply;
import dev.interloper.core.page.PageCatalog;
import dev.interloper.core.page.PageFinding;
import dev.interloper.core.page.PageKind;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whose pages came back from the host and from its bare address. */
final class PageFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        Stream.concat(seen.exchanges(ProbeStep.HOST_PAGE), seen.exchanges(ProbeStep.ADDRESS_PAGE))
                .forEach(made -> made.page()
                        .flatMap(HttpReply::parse)
                        .flatMap(PageCatalog.bundled()::recognise)
                        .map(page -> fact(page, made.host()))
                        .ifPresent(facts::add));
        return facts;
    }

    private static Fact fact(PageFinding page, String host) {
        String says = "https://" + host + "/ is " + page;
        String whose = page.product().isEmpty() ? "the network" : page.product();
        return new Fact(code(page.kind()), says, whose);
    }

    private static String code(PageKind kind) {
        return switch (kind) {
            case BLOCK -> FactCodes.PAGE_BLOCK;
            case AUTHENTICATION -> FactCodes.PAGE_AUTHENTICATION;
            case CAPTIVE -> FactCodes.CAPTIVE;
            case ERROR, MENTION, NOT_A_PROXY -> FactCodes.PAGE_ERROR;
        };
    }
}
