package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.Optional;

/**
 * What the extension of that name says (RFC 5280 4.2.1.9).
 *
 * @param critical whether it is marked so
 * @param ca whether the subject is an authority; false when the extension does not parse
 * @param hasPathLength whether a path length is stated
 */
record BasicConstraints(boolean critical, boolean ca, boolean hasPathLength) {
    static Optional<BasicConstraints> of(CertificateStructure structure) {
        return structure.extension(Oids.BASIC_CONSTRAINTS).map(BasicConstraints::read);
    }

    private static BasicConstraints read(RawExtension extension) {
        try {
            DerCursor fields = extension.value().enter(DerCursor.SEQUENCE);
            boolean ca = false;
            if (fields.peekTag() == DerCursor.BOOLEAN) {
                byte[] value = fields.enter().rest();
                ca = value.length == 1 && value[0] != 0;
            }
            return new BasicConstraints(extension.critical(), ca, fields.peekTag() == DerCursor.INTEGER);
        } catch (DerException e) {
            return new BasicConstraints(extension.critical(), false, false);
        }
    }
}
