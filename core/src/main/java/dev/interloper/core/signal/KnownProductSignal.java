package dev.interloper.core.signal;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.Strength;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The certificates name an interception product. */
final class KnownProductSignal implements Signal {

    private static final String ID = "issuer.product";
    private static final double EXACT = 7;
    private static final double STRONG = 6;
    private static final double WEAK = 1;

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
        return Set.of(EvidenceKind.NAMES);
    }

    @Override
    public String rationale() {
        return "Products name their own authority by default, and many users leave it so.";
    }

    @Override
    public String weighing() {
        return "An exact row names one product's own authority; a strong row a pattern that only it uses; a weak row a word that others use too.";
    }

    @Override
    public String falsePositives() {
        return "A product's own management page or public web site; words such as Cisco or Symantec that "
                + "legitimate authorities bear too (those are weak rows and never convict).";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.products().isEmpty() || seen.isPubliclyAnchored()) {
            return List.of();
        }
        ProductMatch match = seen.products().get(0);
        Strength strength = match.pattern().strength();
        boolean ownPage = isOwnPage(seen);
        boolean convicts = strength != Strength.WEAK
                && !ownPage
                && intercepts(match.product().kind());
        double weight = strength == Strength.EXACT ? EXACT : STRONG;
        String statement = Naming.sentence(match) + (ownPage ? "; this may be its own page" : "");
        return List.of(Evidence.of(
                ID,
                convicts ? Grade.DECISIVE : Grade.WEAK,
                convicts ? weight : WEAK,
                statement,
                match.pattern().source()));
    }

    /** An engine mints the name that was asked for; a product's own page has a certificate for itself. */
    private static boolean isOwnPage(Observation seen) {
        boolean forOtherNames = seen.trust()
                .flatMap(trust -> trust.hostname())
                .filter(name -> !name.matched() && name.hasSubjectAltName())
                .filter(name -> name.host().kind() != ServerName.Kind.INVALID)
                .isPresent();
        boolean selfSigned = seen.forgePrint().map(leaf -> leaf.selfSigned()).orElse(true);
        return forOtherNames || (selfSigned && !seen.isPublicHost());
    }

    private static boolean intercepts(ProductKind kind) {
        return switch (kind) {
            case CAPTIVE_PORTAL, ROUTER, STATE_ROOT, OTHER -> false;
            default -> true;
        };
    }
}
