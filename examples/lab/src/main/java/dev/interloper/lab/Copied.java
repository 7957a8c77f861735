package dev.interloper.lab;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** What a proxy may take over from the origin's certificate, octet by octet; the names it always does. */
enum Copied {
    SERIAL,
    VALIDITY,
    SUBJECT,
    USAGE,
    KEY_IDENTIFIERS,
    URLS,
    POLICIES,
    PROMISES;

    boolean covers(ASN1ObjectIdentifier extension) {
        var covered = switch (this) {
            case SERIAL, VALIDITY, SUBJECT -> List.of();
            case USAGE -> List.of(Extension.keyUsage, Extension.extendedKeyUsage, Extension.basicConstraints);
            case KEY_IDENTIFIERS -> List.of(Extension.subjectKeyIdentifier, Extension.authorityKeyIdentifier);
            case URLS -> List.of(Extension.authorityInfoAccess, Extension.cRLDistributionPoints);
            case POLICIES -> List.of(Extension.certificatePolicies);
            case PROMISES -> List.of(LabPki.SCT_LIST);
        };
        return covered.contains(extension);
    }
}
