package dev.interloper.core;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.transparency.TransparencyEvaluator;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.Strength;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.CertificateMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Observation in, inspection out: evaluates the chain, asks the catalogue and the signals, weighs what they say. */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final TrustEvaluator trust;
    private final TransparencyEvaluator transparency;
    private final ProductCatalog products;
    private final EngineCatalog engines;
    private final PinPolicy pins;
    private final List<Signal> signals;
    private final Set<EvidenceKind> withheld;
    private final Adviser adviser;

    Judge(
            TrustEvaluator trust,
            TransparencyEvaluator transparency,
            ProductCatalog products,
            EngineCatalog engines,
            PinPolicy pins,
            List<Signal> signals,
            Set<EvidenceKind> withheld,
            Adviser adviser) {
        this.adviser = adviser;
        this.trust = trust;
        this.transparency = transparency;
        this.products = products;
        this.engines = engines;
        this.pins = pins;
        this.signals = signals.stream()
                .filter(signal -> Collections.disjoint(signal.kinds(), withheld))
                .toList();
        this.withheld = withheld;
    }

    Inspection handshake(Handshake handshake, @Nullable ServerName hostIfNameless) {
        return handshake(handshake, hostIfNameless, null, null);
    }

    Inspection handshake(
            Handshake handshake,
            @Nullable ServerName hostIfNameless,
            @Nullable Surroundings surroundings,
            @Nullable Reference reference) {
        long nanos = handshake.startNanos();
        Instant at = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        ServerName asked = Hosts.named(handshake).orElse(hostIfNameless);
        ServerName address = ServerName.parse(handshake.conversation().server().addressText());
        CertificateChain chain =
                handshake.serverCertificate().map(Judge::chainOf).orElse(CertificateChain.empty());
        Observation.Builder known = Observation.at(at).handshake(handshake).serverName(asked == null ? address : asked);
        if (surroundings != null) {
            known.surroundings(surroundings);
        }
        if (reference != null) {
            reference.introduce(known, handshake, asked, address);
        }
        return judge(known, chain, asked, at, handshake);
    }

    /** An exchange of a probe. What a server shows to nobody's name is judged by its address. */
    Inspection exchange(Exchange made, Instant at, Surroundings surroundings) {
        ServerName asked = made.serverNameSent().map(ServerName::parse).orElse(null);
        ServerName host = asked == null ? ServerName.parse(made.host()) : asked;
        Observation.Builder known =
                Observation.at(at).surroundings(surroundings).serverName(host);
        made.handshake().ifPresent(known::handshake);
        return judge(known, made.chain(), asked, at, made.handshake().orElse(null));
    }

    Inspection chain(
            CertificateChain chain, @Nullable ServerName host, Instant at, @Nullable CertificateChain reference) {
        Observation.Builder known = Observation.at(at);
        if (reference != null) {
            Inspection other = chain(reference, host, at, null);
            known.reference(other.observation(), Reference.standing(other));
        }
        if (host != null) {
            known.serverName(host);
        }
        return judge(known, chain, host, at, null);
    }

    private static CertificateChain chainOf(CertificateMessage message) {
        return CertificateChain.parse(message.entries().stream()
                .map(entry -> entry.der().toByteArray())
                .toList());
    }

    /** The certificate's names are compared only with a name that was asked for: an address alone promises none. */
    private Inspection judge(
            Observation.Builder known,
            CertificateChain chain,
            @Nullable ServerName asked,
            Instant at,
            @Nullable Handshake handshake) {
        TrustReport report = null;
        if (chain.size() > 0) {
            TrustRequest request = TrustRequest.of(chain, at);
            report = trust.evaluate(asked == null ? request : request.withServerName(asked));
            known.chain(chain, report);
            if (asked != null && sees(EvidenceKind.ROOTS)) {
                Pinning.of(pins, asked, report, at).ifPresent(known::pins);
            }
        }
        boolean vouched =
                report != null && report.trusted() && report.anchorClass().isPublic();
        if (report != null && !vouched) {
            known.transparency(transparency.evaluate(Timestamps.request(report, handshake)));
            known.engines(alike(chain, at));
        }
        List<ProductMatch> matches =
                sees(EvidenceKind.NAMES) ? products.match(ProductEvidence.of(chain, report, handshake)) : List.of();
        Observation observation = known.withhold(withheld).products(matches).build();
        List<Evidence> evidence = new ArrayList<>();
        for (Signal signal : signals) {
            evidence.addAll(signal.examine(observation));
        }
        Verdict verdict = Verdict.of(evidence, named(matches), EngineNaming.of(observation, evidence));
        LOG.debug("{} pieces of evidence, outcome {}", evidence.size(), verdict.outcome());
        return new Inspection(observation, verdict, adviser.advise(observation, verdict));
    }

    private boolean sees(EvidenceKind kind) {
        return !withheld.contains(kind);
    }

    private List<EngineMatch> alike(CertificateChain chain, Instant at) {
        return sees(EvidenceKind.FORGE)
                ? ForgePrint.of(chain, at)
                        .map(ForgePrint::shape)
                        .map(shape -> sees(EvidenceKind.PUBLIC_MARKS) ? shape : shape.withoutPublicMarks())
                        .map(engines::match)
                        .orElse(List.of())
                : List.of();
    }

    /** A weak row is a hint for the reader, not a name for the culprit. */
    private static @Nullable Product named(List<ProductMatch> matches) {
        return matches.stream()
                .filter(match -> match.pattern().strength() != Strength.WEAK)
                .map(ProductMatch::product)
                .findFirst()
                .orElse(null);
    }
}
