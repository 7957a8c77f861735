package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** The name of a distribution point: names, or what to add to the name of the CRL issuer (RFC 5280 4.2.1.13). */
final class DistributionPointName {
    private static final int FULL_NAME = 0xa0;
    private static final int RELATIVE = 0xa1;
    private static final int SET = 0x31;

    private final Set<GeneralName> full;
    private final byte[] relative;

    private DistributionPointName(Set<GeneralName> full, byte[] relative) {
        this.full = full;
        this.relative = relative;
    }

    static DistributionPointName of(X500Principal name) {
        return new DistributionPointName(Set.of(GeneralName.of(name)), new byte[0]);
    }

    static DistributionPointName read(DerCursor name) throws DerException {
        if (name.peekTag() == FULL_NAME) {
            return new DistributionPointName(GeneralName.readAll(name.enter()), new byte[0]);
        }
        byte[] relative = name.enter(RELATIVE).rest();
        if (relative.length == 0) {
            throw new DerException(0, "an empty relative name");
        }
        return new DistributionPointName(Set.of(), relative);
    }

    /** The names in full, what is relative taken below the CRL issuer. */
    Set<GeneralName> names(X500Principal crlIssuer) throws DerException {
        if (relative.length == 0) {
            return full;
        }
        byte[] base =
                DerCursor.over(crlIssuer.getEncoded()).enter(DerCursor.SEQUENCE).rest();
        byte[] added = element(SET, relative);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(base);
        all.writeBytes(added);
        return Set.of(GeneralName.of(GeneralName.principal(element(DerCursor.SEQUENCE, all.toByteArray()))));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        int octets = content.length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(content.length)) / 8;
        out.write(octets == 0 ? content.length : 0x80 | octets);
        for (int i = octets - 1; i >= 0; i--) {
            out.write(content.length >> (8 * i));
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
