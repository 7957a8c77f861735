package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** Where a certificate says that its revocation is published (RFC 5280 4.2.1.13). */
public final class DistributionPoint {
    /** More distribution points than any certificate has. */
    private static final int MAX = 32;

    private static final int NAME = 0xa0;
    private static final int REASONS = 0x81;
    private static final int CRL_ISSUER = 0xa2;

    private final Optional<DistributionPointName> name;
    private final int reasons;
    private final Set<GeneralName> crlIssuer;

    private DistributionPoint(Optional<DistributionPointName> name, int reasons, Set<GeneralName> crlIssuer) {
        this.name = name;
        this.reasons = reasons;
        this.crlIssuer = crlIssuer;
    }

    /** The point that RFC 5280 6.3.3 assumes after all that are there: the certificate's issuer, all reasons. */
    public static DistributionPoint assumed(X500Principal issuer) {
        return new DistributionPoint(Optional.of(DistributionPointName.of(issuer)), ReasonFlags.ALL, Set.of());
    }

    /** The points of a certificate, none when it has no such extension. */
    public static List<DistributionPoint> of(CertificateStructure certificate) throws DerException {
        Optional<RawExtension> extension = certificate.extension(Oids.CRL_DISTRIBUTION_POINTS);
        List<DistributionPoint> points = new ArrayList<>();
        if (extension.isPresent()) {
            DerCursor list = extension.get().value().enter(DerCursor.SEQUENCE);
            while (list.hasMore()) {
                if (points.size() == MAX) {
                    throw new DerException(0, "more than " + MAX + " distribution points");
                }
                points.add(read(list.enter(DerCursor.SEQUENCE)));
            }
        }
        return points;
    }

    private static DistributionPoint read(DerCursor point) throws DerException {
        Optional<DistributionPointName> name = Optional.empty();
        if (point.peekTag() == NAME) {
            name = Optional.of(DistributionPointName.read(point.enter()));
        }
        int reasons = point.peekTag() == REASONS ? ReasonFlags.read(point.enter()) : ReasonFlags.ALL;
        Set<GeneralName> issuer = point.peekTag() == CRL_ISSUER ? GeneralName.readAll(point.enter()) : Set.of();
        return new DistributionPoint(name, reasons, issuer);
    }

    public int reasons() {
        return reasons;
    }

    /** Whether revocation is published by another than the certificate's issuer. */
    public boolean hasCrlIssuer() {
        return !crlIssuer.isEmpty();
    }

    /** Whether lists with this issuer are the ones meant (RFC 5280 6.3.3 (b) (1)). */
    public boolean isIssuedBy(X500Principal listIssuer, X500Principal certificateIssuer) {
        return hasCrlIssuer() ? crlIssuer.contains(GeneralName.of(listIssuer)) : listIssuer.equals(certificateIssuer);
    }

    /** The names to look for in a list's issuing distribution point (RFC 5280 6.3.3 (b) (2) (i)). */
    Set<GeneralName> names(X500Principal listIssuer) throws DerException {
        return name.isPresent() ? name.get().names(listIssuer) : crlIssuer;
    }
}
