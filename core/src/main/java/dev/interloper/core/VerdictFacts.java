package dev.interloper.core;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.PinSighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the verdict on a certificate tells the diagnosis. */
final class VerdictFacts {

    private VerdictFacts() {}

    static List<Fact> of(ProbeReport.Judged judged) {
        List<Fact> facts = new ArrayList<>(of(judged.inspection()));
        if (judged.exchange().chain().size() > 0) {
            trustedHere(judged).ifPresent(facts::add);
        }
        return facts.stream().map(fact -> fact.in(judged.exchange().step())).toList();
    }

    /** By the anchors that the user named, or else by what this Java installation has. */
    private static Optional<Fact> trustedHere(ProbeReport.Judged judged) {
        boolean byAnchors = judged.inspection()
                .observation()
                .trust()
                .flatMap(TrustReport::bestPath)
                .map(path -> path.trusted() || (path.anchorIsExtra() && path.accepted()))
                .orElse(false);
        if (byAnchors) {
            return Optional.of(Fact.of(FactCodes.TRUSTED_HERE, "the chain leads to an anchor that this client trusts"));
        }
        return judged.exchange()
                .trustedByPlatform()
                .map(trusted -> trusted
                        ? Fact.of(FactCodes.TRUSTED_HERE, "this Java installation trusts the chain")
                        : Fact.of(FactCodes.UNTRUSTED_HERE, "this Java installation does not trust the chain"));
    }

    static List<Fact> of(Inspection inspection) {
        Observation seen = inspection.observation();
        List<Fact> facts = new ArrayList<>();
        if (seen.chain().size() == 0) {
            return facts;
        }
        Verdict verdict = inspection.verdict();
        facts.add(
                switch (verdict.outcome()) {
                    case INTERCEPTED -> Fact.of(FactCodes.INTERCEPTED, verdict.toString());
                    case DIRECT -> Fact.of(FactCodes.GENUINE, verdict.toString());
                    case INCONCLUSIVE -> Fact.of(FactCodes.UNDECIDED, verdict.toString());
                });
        verdict.product().ifPresent(product -> product(facts, product));
        if (verdict.product().isEmpty()) {
            verdict.engine()
                    .ifPresent(engine -> facts.add(new Fact(
                            FactCodes.PRODUCT,
                            "the certificate is made as " + engine + " makes them",
                            "an engine like " + engine)));
        }
        seen.forgePrint()
                .filter(leaf -> leaf.leafKeyEqualsIssuerKey() && !leaf.selfSigned())
                .ifPresent(leaf -> facts.add(
                        Fact.of(FactCodes.OWN_ISSUER_KEY, "the certificate holds the key that its issuer signs with")));
        if (seen.isInternalHost()) {
            facts.add(Fact.of(FactCodes.HOST_INTERNAL, "the host is of somebody's own network"));
        }
        seen.pins().ifPresent(pins -> pins(facts, pins));
        seen.trust().ifPresent(trust -> trust(facts, seen, trust, verdict.outcome()));
        return facts;
    }

    private static void pins(List<Fact> facts, PinSighting pins) {
        switch (pins.standing()) {
            case LEAF_KEY, PATH -> facts.add(Fact.of(FactCodes.PINS_MATCH, pins.statement()));
            case MISMATCH -> facts.add(Fact.of(FactCodes.PINS_MISMATCH, pins.statement()));
            case SENT_ONLY -> {} // somebody who copies a chain does that, and so does a server with a broken one
        }
    }

    private static void product(List<Fact> facts, Product product) {
        facts.add(
                new Fact(FactCodes.PRODUCT, "the certificate's names are those of " + product.name(), product.name()));
        if (product.kind() == ProductKind.ANTIVIRUS || product.kind() == ProductKind.PARENTAL) {
            facts.add(Fact.of(FactCodes.PRODUCT_ENDPOINT, product.name() + " runs on the client's own machine"));
        }
        if (product.kind() == ProductKind.DEBUG_PROXY) {
            facts.add(Fact.of(FactCodes.PRODUCT_DEVELOPER, product.name() + " is a developer's tool"));
        }
    }

    private static void trust(List<Fact> facts, Observation seen, TrustReport trust, Outcome verdict) {
        if (!trust.anchorClass().isPublic()) {
            facts.add(Fact.of(
                    FactCodes.PRIVATE_ROOT,
                    "the chain leads to no public root ("
                            + trust.anchorClass()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ') + ")"));
        }
        if (seen.isPublicHost()
                && verdict != Outcome.INTERCEPTED
                && (verdict == Outcome.DIRECT || hasTimestamps(seen))) {
            finding(facts, trust, FindingCode.CHAIN_INCOMPLETE, FactCodes.INCOMPLETE);
        }
        finding(facts, trust, FindingCode.EXPIRED, FactCodes.EXPIRED);
        finding(facts, trust, FindingCode.HOSTNAME_MISMATCH, FactCodes.WRONG_NAME);
        seen.forgePrint()
                .filter(leaf -> verdict == Outcome.INTERCEPTED
                        && leaf.issuer().printable().toLowerCase(Locale.ROOT).contains("untrusted"))
                .ifPresent(leaf -> facts.add(Fact.of(
                        FactCodes.DISTRUSTS_ORIGIN,
                        "the authority calls itself " + leaf.issuer().printable())));
        seen.forgePrint().ifPresent(leaf -> {
            if (leaf.subject().rfc2253().equals(leaf.issuer().rfc2253())) {
                facts.add(Fact.of(FactCodes.SELF_SIGNED, "the certificate is vouched for by itself alone"));
            }
        });
    }

    /** Promises of public logs: a private authority has none. */
    private static boolean hasTimestamps(Observation seen) {
        return seen.forgePrint().map(ForgePrint::hasEmbeddedScts).orElse(false);
    }

    private static void finding(List<Fact> facts, TrustReport trust, FindingCode code, String fact) {
        trust.findings().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .ifPresent(found -> facts.add(Fact.of(fact, found.sentence())));
    }
}
