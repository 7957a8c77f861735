package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extended key usages of a certificate, in order. */
final class ExtendedKeyUsages {
    static final String ANY = "2.5.29.37.0";
    private static final int MOST = 1_000;

    private ExtendedKeyUsages() {}

    /** The object identifiers; empty when the extension is not there or does not parse. */
    static Optional<List<String>> of(CertificateStructure structure) {
        return structure.extension(Oids.EXTENDED_KEY_USAGE).flatMap(ExtendedKeyUsages::read);
    }

    private static Optional<List<String>> read(RawExtension extension) {
        List<String> usages = new ArrayList<>();
        try {
            DerCursor sequence = extension.value().enter(DerCursor.SEQUENCE);
            while (sequence.hasMore() && usages.size() < MOST) {
                usages.add(Oids.decode(sequence.enter(DerCursor.OID).rest()));
            }
            return Optional.of(usages);
        } catch (DerException e) {
            return Optional.empty();
        }
    }
}
