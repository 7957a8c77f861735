package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The subject alternative names as encoded, and whether they are all that the extension holds. */
final class SubjectNames {
    private final Optional<RawExtension> extension;
    private final List<GeneralName> alternatives;
    private final List<String> dnsNames;
    private final boolean wellFormed;

    private SubjectNames(Optional<RawExtension> extension, List<GeneralName> alternatives, boolean wellFormed) {
        this.extension = extension;
        this.alternatives = List.copyOf(alternatives);
        this.dnsNames = alternatives.stream()
                .filter(n -> n.tag() == GeneralName.DNS)
                .map(GeneralName::text)
                .toList();
        this.wellFormed = wellFormed;
    }

    static SubjectNames of(CertificateStructure structure) {
        Optional<RawExtension> extension = structure.extension(Oids.SUBJECT_ALT_NAME);
        List<GeneralName> names = new ArrayList<>();
        if (extension.isEmpty()) {
            return new SubjectNames(extension, names, true);
        }
        try {
            DerCursor sequence = extension.get().value().enter(DerCursor.SEQUENCE);
            while (sequence.hasMore() && names.size() < CertificateFacts.MAX_NAMES) {
                names.add(GeneralName.next(sequence));
            }
            return new SubjectNames(extension, names, !sequence.hasMore());
        } catch (DerException e) {
            return new SubjectNames(extension, names, false);
        }
    }

    Optional<RawExtension> extension() {
        return extension;
    }

    List<GeneralName> alternatives() {
        return alternatives;
    }

    /** The dNSNames among them. */
    List<String> dnsNames() {
        return dnsNames;
    }

    boolean wellFormed() {
        return wellFormed;
    }
}
