package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.RawExtension;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** The entries of a revocation list, kept as encoded and walked when asked, so that memory is that of the bytes. */
final class CrlEntries {
    private static final String REASON = "2.5.29.21";
    private static final String CERTIFICATE_ISSUER = "2.5.29.29";
    private static final Set<String> KNOWN = Set.of(REASON, CERTIFICATE_ISSUER, "2.5.29.23", "2.5.29.24");
    private static final int MAX_EXTENSIONS = 16;
    private static final int ENUMERATED = 0x0a;

    private final byte[] encoded;
    private final X500Principal listIssuer;
    private final int count;
    private final boolean truncated;
    private final Optional<String> unknownCritical;
    private final boolean issuersStated;

    /** Walks the entries once, so that no later walk meets anything malformed. */
    CrlEntries(byte[] encoded, X500Principal listIssuer, int max) throws DerException {
        this.encoded = encoded;
        this.listIssuer = listIssuer;
        int seen = 0;
        Optional<String> unknown = Optional.empty();
        boolean issuers = false;
        DerCursor list = DerCursor.over(encoded);
        while (list.hasMore() && seen < max) {
            seen++;
            DerCursor entry = list.enter(DerCursor.SEQUENCE);
            if (entry.enter(DerCursor.INTEGER).rest().length == 0) {
                throw new DerException(0, "an empty serial number");
            }
            DerTime.read(entry);
            List<RawExtension> extensions = extensions(entry);
            for (RawExtension extension : extensions) {
                if (extension.critical() && !KNOWN.contains(extension.oid())) {
                    unknown = Optional.of(extension.oid());
                }
            }
            reason(extensions);
            issuer(extensions, listIssuer);
            issuers |= extensions.stream().anyMatch(e -> e.oid().equals(CERTIFICATE_ISSUER));
        }
        this.count = seen;
        this.truncated = list.hasMore();
        this.unknownCritical = unknown;
        this.issuersStated = issuers;
    }

    int count() {
        return count;
    }

    /** Whether there are more than were walked. */
    boolean truncated() {
        return truncated;
    }

    Optional<String> unknownCritical() {
        return unknownCritical;
    }

    /** What is said of this certificate; the issuer of an entry is that of the entry before it (RFC 5280 5.3.3). */
    Optional<CrlEntry> find(X500Principal issuer, BigInteger serial) throws DerException {
        byte[] wanted = serial.toByteArray();
        X500Principal current = listIssuer;
        if (!issuersStated && !listIssuer.equals(issuer)) {
            return Optional.empty();
        }
        DerCursor list = DerCursor.over(encoded);
        while (list.hasMore()) {
            DerCursor entry = list.enter(DerCursor.SEQUENCE);
            boolean same = same(entry.enter(DerCursor.INTEGER).rest(), wanted);
            if (!same && !issuersStated) {
                continue;
            }
            Instant date = DerTime.read(entry);
            List<RawExtension> extensions = extensions(entry);
            current = issuer(extensions, current);
            if (same && current.equals(issuer)) {
                return Optional.of(new CrlEntry(date, reason(extensions)));
            }
        }
        return Optional.empty();
    }

    private static boolean same(byte[] number, byte[] wanted) {
        return Arrays.equals(number, wanted)
                || (number.length > wanted.length && new BigInteger(number).equals(new BigInteger(wanted)));
    }

    private static List<RawExtension> extensions(DerCursor entry) throws DerException {
        return entry.hasMore() ? RawExtension.readAll(entry, MAX_EXTENSIONS) : List.of();
    }

    private static int reason(List<RawExtension> extensions) throws DerException {
        for (RawExtension extension : extensions) {
            if (extension.oid().equals(REASON)) {
                byte[] value = extension.value().enter(ENUMERATED).rest();
                if (value.length != 1) {
                    throw new DerException(0, "a reason of " + value.length + " octets");
                }
                return value[0] & 0xff;
            }
        }
        return 0;
    }

    private static X500Principal issuer(List<RawExtension> extensions, X500Principal before) throws DerException {
        for (RawExtension extension : extensions) {
            if (extension.oid().equals(CERTIFICATE_ISSUER)) {
                return GeneralName.readAll(extension.value().enter(DerCursor.SEQUENCE)).stream()
                        .flatMap(n -> n.directory().stream())
                        .findFirst()
                        .orElseThrow(() -> new DerException(0, "a certificate issuer without a directory name"));
            }
        }
        return before;
    }
}
