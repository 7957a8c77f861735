package dev.interloper.core.diagnosis;

import dev.interloper.core.page.HttpReply;
import dev.interloper.core.page.PageCatalog;
import dev.interloper.core.page.PageFinding;
import dev.interloper.core.page.PageKind;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose pages came back from the host and from its bare address. */
final class PageFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        seen.exchanges(ProbeStep.HOST_PAGE)
                .forEach(made -> recognised(made)
                        .map(page -> fact(ofHost(page.kind()), page, made))
                        .ifPresent(facts::add));
        seen.exchanges(ProbeStep.ADDRESS_PAGE)
                .forEach(made -> recognised(made)
                        .map(page -> fact(ofAddress(page.kind()), page, made))
                        .ifPresent(facts::add));
        return facts;
    }

    private static Optional<PageFinding> recognised(Exchange made) {
        return made.page().flatMap(HttpReply::parse).flatMap(PageCatalog.bundled()::recognise);
    }

    private static Fact fact(String code, PageFinding page, Exchange made) {
        String whose = page.product().isEmpty() ? "the network" : page.product();
        return new Fact(code, "https://" + made.host() + "/ is " + page, whose).in(made.step());
    }

    private static String ofHost(PageKind kind) {
        return switch (kind) {
            case BLOCK -> FactCodes.PAGE_BLOCK;
            case AUTHENTICATION -> FactCodes.PAGE_AUTHENTICATION;
            case CAPTIVE -> FactCodes.CAPTIVE;
            case ERROR, MENTION, NOT_A_PROXY -> FactCodes.PAGE_ERROR;
        };
    }

    /** Nobody's policy forbids an address that nobody asked for by name: the page shows that there is somebody. */
    private static String ofAddress(PageKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> FactCodes.PAGE_AUTHENTICATION;
            case CAPTIVE -> FactCodes.CAPTIVE;
            case BLOCK, ERROR, MENTION, NOT_A_PROXY -> FactCodes.PAGE_AT_ADDRESS;
        };
    }
}
