package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What public authorities put into every server's certificate and minting engines mostly leave out.
 *
 * @see <a href="https://cabforum.org/working-groups/server/baseline-requirements/">Baseline Requirements, 7.1.2.7</a>
 * @since 0.1
 */
public enum PublicMark {
    /** Signed certificate timestamps (RFC 6962 3.3); not verified here. */
    SCT("sct"),
    /** Where the status can be asked (RFC 5280 4.2.2.1). */
    OCSP("ocsp"),
    /** Where the issuer's certificate is to be had (RFC 5280 4.2.2.1). */
    CA_ISSUERS("ca"),
    /** Where revocation lists are to be had (RFC 5280 4.2.1.13). */
    CRL("crl"),
    /** The policy of the CA/Browser Forum for validated domains, 2.23.140.1.2.1. */
    DOMAIN_VALIDATED("dv"),
    /** The policy of the CA/Browser Forum for validated organisations, 2.23.140.1.2.2. */
    ORGANIZATION_VALIDATED("ov"),
    /** The policy of the CA/Browser Forum for validated persons, 2.23.140.1.2.3. */
    INDIVIDUAL_VALIDATED("iv"),
    /** The policy of the CA/Browser Forum for extended validation, 2.23.140.1.1. */
    EXTENDED_VALIDATION("ev"),
    /** Any other policy. */
    OTHER_POLICY("cp");

    /** More policies or addresses than any certificate has; what follows is left out. */
    private static final int MAX = 64;

    private final String token;

    PublicMark(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    static Set<PublicMark> of(LeafDer leaf) {
        Set<PublicMark> marks = EnumSet.noneOf(PublicMark.class);
        if (leaf.extension(Oids.EMBEDDED_SCTS).isPresent()) {
            marks.add(SCT);
        }
        if (leaf.extension(Oids.CRL_DISTRIBUTION_POINTS).isPresent()) {
            marks.add(CRL);
        }
        for (String oid : firstOids(leaf, Oids.AUTHORITY_INFO_ACCESS)) {
            switch (oid) {
                case "1.3.6.1.5.5.7.48.1" -> marks.add(OCSP);
                case "1.3.6.1.5.5.7.48.2" -> marks.add(CA_ISSUERS);
                default -> {} // other access methods are nobody's mark
            }
        }
        for (String oid : firstOids(leaf, Oids.CERTIFICATE_POLICIES)) {
            marks.add(
                    switch (oid) {
                        case "2.23.140.1.2.1" -> DOMAIN_VALIDATED;
                        case "2.23.140.1.2.2" -> ORGANIZATION_VALIDATED;
                        case "2.23.140.1.2.3" -> INDIVIDUAL_VALIDATED;
                        case "2.23.140.1.1" -> EXTENDED_VALIDATION;
                        default -> OTHER_POLICY;
                    });
        }
        return marks;
    }

    /** Both extensions are lists of sequences that begin with an object identifier. */
    private static Set<String> firstOids(LeafDer leaf, String extensionOid) {
        Optional<LeafExtension> extension = leaf.extension(extensionOid);
        Set<String> oids = new HashSet<>();
        if (extension.isPresent()) {
            try {
                DerCursor list = extension.get().value().enter(DerCursor.SEQUENCE);
                for (int i = 0; i < MAX && list.hasMore(); i++) {
                    oids.add(TypeNames.oid(
                            list.enter(DerCursor.SEQUENCE).enter(DerCursor.OID).rest()));
                }
            } catch (DerException e) {
                // what was read before stands
            }
        }
        return oids;
    }
}
