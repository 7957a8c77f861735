package dev.interloper.core.signal;

import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The chain leads to a public root: nobody else could have had it signed. */
final class PublicAnchorSignal implements Signal {

    private static final String ID = "anchor.public";
    private static final double PUBLIC = -8;
    private static final double PUBLIC_BUT_UNTRUSTED = -4;
    private static final double FORMERLY_PUBLIC = -3;
    private static final double NAMED_OTHERWISE = -1;
    private static final String SOURCE = "RFC 5280 section 6; CA/Browser Forum Baseline Requirements section 3.2.2";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "A public authority signs only for who controls the name; an interceptor cannot have such a "
                + "certificate.";
    }

    @Override
    public String weighing() {
        return "No interceptor is known to hold a mis-issued public certificate today, so that one case in three thousand is generous; a path that is out of date or leads to a root that was let go counts for less.";
    }

    @Override
    public String falsePositives() {
        return "An interceptor with a mis-issued or stolen public certificate; none is known to be in use today.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (!seen.isPubliclyAnchored()) {
            return List.of();
        }
        TrustReport trust = seen.trust().orElseThrow();
        String root = trust.anchor().map(anchor -> anchor.name().printable()).orElse("a public root");
        if (trust.hostname().map(name -> !name.matched()).orElse(false)) {
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    NAMED_OTHERWISE,
                    "the chain leads to the public root " + root + ", but the certificate is for other names",
                    SOURCE));
        }
        if (trust.anchorClass() == AnchorClass.PUBLIC_LEGACY || trust.has(FindingCode.ANCHOR_DISTRUSTED_AFTER)) {
            return List.of(Evidence.of(
                    ID,
                    Grade.STRONG,
                    FORMERLY_PUBLIC,
                    "every signature verifies up to " + root
                            + ", a public root that programmes have let go; whether it was"
                            + " trusted then, and why not now, the table does not tell",
                    SOURCE));
        }
        if (!trust.trusted()) {
            return List.of(Evidence.of(
                    ID,
                    Grade.STRONG,
                    PUBLIC_BUT_UNTRUSTED,
                    "every signature verifies up to the public root " + root + ", though the chain is not trusted: "
                            + trust,
                    SOURCE));
        }
        return List.of(Evidence.of(
                ID, Grade.DECISIVE, PUBLIC, "every signature verifies up to the public root " + root, SOURCE));
    }
}
