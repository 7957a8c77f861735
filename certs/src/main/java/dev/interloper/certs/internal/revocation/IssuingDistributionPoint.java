package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.util.Collections;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Which certificates, and which reasons, a revocation list is about (RFC 5280 5.2.5). */
public final class IssuingDistributionPoint {
    private static final int NAME = 0xa0;
    private static final int USER_CERTS = 0x81;
    private static final int CA_CERTS = 0x82;
    private static final int SOME_REASONS = 0x83;
    private static final int INDIRECT = 0x84;
    private static final int ATTRIBUTE_CERTS = 0x85;

    private final Optional<DistributionPointName> name;
    private final boolean userCerts;
    private final boolean caCerts;
    private final int reasons;
    private final boolean indirect;
    private final boolean attributeCerts;

    private IssuingDistributionPoint(DerCursor fields) throws DerException {
        name = fields.peekTag() == NAME ? Optional.of(DistributionPointName.read(fields.enter())) : Optional.empty();
        userCerts = flag(fields, USER_CERTS);
        caCerts = flag(fields, CA_CERTS);
        reasons = fields.peekTag() == SOME_REASONS ? ReasonFlags.read(fields.enter()) : ReasonFlags.ALL;
        indirect = flag(fields, INDIRECT);
        attributeCerts = flag(fields, ATTRIBUTE_CERTS);
        if (fields.hasMore()) {
            throw new DerException(0, "an issuing distribution point with more than its six fields");
        }
    }

    static IssuingDistributionPoint read(DerCursor value) throws DerException {
        return new IssuingDistributionPoint(value.enter(DerCursor.SEQUENCE));
    }

    private static boolean flag(DerCursor fields, int tag) throws DerException {
        if (fields.peekTag() != tag) {
            return false;
        }
        byte[] value = fields.enter().rest();
        return value.length == 1 && value[0] != 0;
    }

    public int reasons() {
        return reasons;
    }

    public boolean indirect() {
        return indirect;
    }

    /** Why the list says nothing about a certificate with this distribution point; empty when it does. */
    public Optional<String> excludes(DistributionPoint point, X500Principal listIssuer, boolean ca) {
        if (attributeCerts) {
            return Optional.of("it is about attribute certificates only");
        }
        if (userCerts && ca) {
            return Optional.of("it is about end-entity certificates only");
        }
        if (caCerts && !ca) {
            return Optional.of("it is about CA certificates only");
        }
        try {
            if (name.isPresent() && Collections.disjoint(name.get().names(listIssuer), point.names(listIssuer))) {
                return Optional.of("it is of another distribution point than the certificate names");
            }
        } catch (DerException e) {
            return Optional.of("its distribution point has no well-formed name");
        }
        return Optional.empty();
    }
}
