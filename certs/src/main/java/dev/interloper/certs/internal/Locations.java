package dev.interloper.certs.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses that a certificate names: authority information access and CRL distribution points (RFC 5280 4.2.1.13, 4.2.2.1). */
public final class Locations {
    /** More addresses than any certificate has; what follows is left out. */
    private static final int MAX = 64;

    private static final int URI = 0x86;
    private static final int CONSTRUCTED_0 = 0xa0;

    private Locations() {}

    public static List<String> authorityInfoAccess(CertificateStructure certificate) {
        return read(certificate, Oids.AUTHORITY_INFO_ACCESS, Locations::accessDescription);
    }

    public static List<String> crlDistributionPoints(CertificateStructure certificate) {
        return read(certificate, Oids.CRL_DISTRIBUTION_POINTS, Locations::distributionPoint);
    }

    private interface Reader {
        void read(DerCursor entry, List<String> into) throws DerException;
    }

    private static List<String> read(CertificateStructure certificate, String oid, Reader reader) {
        List<String> urls = new ArrayList<>();
        Optional<RawExtension> extension = certificate.extension(oid);
        if (extension.isPresent()) {
            try {
                DerCursor entries = extension.get().value().enter(DerCursor.SEQUENCE);
                while (entries.hasMore() && urls.size() < MAX) {
                    reader.read(entries.enter(DerCursor.SEQUENCE), urls);
                }
            } catch (DerException e) {
                // what was read before stands
            }
        }
        return List.copyOf(urls);
    }

    private static void accessDescription(DerCursor entry, List<String> into) throws DerException {
        entry.enter(DerCursor.OID);
        uri(entry, into);
    }

    private static void distributionPoint(DerCursor entry, List<String> into) throws DerException {
        if (entry.peekTag() != CONSTRUCTED_0) {
            return;
        }
        DerCursor name = entry.enter();
        if (name.peekTag() != CONSTRUCTED_0) {
            return;
        }
        DerCursor fullName = name.enter();
        while (fullName.hasMore() && into.size() < MAX) {
            uri(fullName, into);
        }
    }

    private static void uri(DerCursor generalName, List<String> into) throws DerException {
        boolean uri = generalName.peekTag() == URI;
        byte[] content = generalName.enter().rest();
        if (uri) {
            into.add(new String(content, StandardCharsets.ISO_8859_1));
        }
    }
}
