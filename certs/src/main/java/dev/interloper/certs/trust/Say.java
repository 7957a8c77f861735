package dev.interloper.certs.trust;

import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.name.DistinguishedName;
import java.security.cert.X509Certificate;

/** How findings speak of certificates. */
final class Say {
    private Say() {}

    /** A certificate of the path by its index as presented and its name. */
    static String certificate(CandidatePath path, int position) {
        return "Certificate " + path.presentedIndex(position) + " ("
                + who(path.certificates().get(position)) + ")";
    }

    static String who(X509Certificate certificate) {
        DistinguishedName name = DistinguishedName.of(certificate.getSubjectX500Principal());
        return name.commonName().map(SafeText::escape).orElseGet(name::printable);
    }
}
