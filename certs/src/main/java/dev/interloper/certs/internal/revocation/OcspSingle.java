package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a response says of one certificate (RFC 6960 4.2.1). */
public final class OcspSingle {
    /** The three answers of a responder. */
    public enum Answer {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    private static final int GOOD = 0x80;
    private static final int REVOKED = 0xa1;
    private static final int UNKNOWN = 0x82;
    private static final int EXPLICIT_0 = 0xa0;
    private static final int EXPLICIT_1 = 0xa1;
    private static final int ENUMERATED = 0x0a;
    private static final int MAX_EXTENSIONS = 16;
    private static final int MAX_SERIAL = 128;
    private static final String SHA1 = "1.3.14.3.2.26";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    private final String hash;
    private final byte[] nameHash;
    private final byte[] keyHash;
    private final BigInteger serial;
    private final Answer answer;
    private final Optional<CrlEntry> revocation;
    private final Instant thisUpdate;
    private final Optional<Instant> nextUpdate;

    private OcspSingle(DerCursor single) throws DerException {
        DerCursor id = single.enter(DerCursor.SEQUENCE);
        hash = Oids.decode(id.enter(DerCursor.SEQUENCE).enter(DerCursor.OID).rest());
        nameHash = id.enter(DerCursor.OCTET_STRING).rest();
        keyHash = id.enter(DerCursor.OCTET_STRING).rest();
        byte[] number = id.enter(DerCursor.INTEGER).rest();
        if (number.length == 0 || number.length > MAX_SERIAL) {
            throw new DerException(0, "a serial number of " + number.length + " octets");
        }
        serial = new BigInteger(number);
        int tag = single.peekTag();
        DerCursor status = single.enter();
        answer = switch (tag) {
            case GOOD -> Answer.GOOD;
            case REVOKED -> Answer.REVOKED;
            case UNKNOWN -> Answer.UNKNOWN;
            default -> throw new DerException(0, String.format("a status with tag %02x", tag));
        };
        revocation = answer == Answer.REVOKED ? Optional.of(revocation(status)) : Optional.empty();
        thisUpdate = DerTime.read(single);
        nextUpdate = single.peekTag() == EXPLICIT_0 ? Optional.of(DerTime.read(single.enter())) : Optional.empty();
        if (single.hasMore()) {
            refuseCritical(single.enter(EXPLICIT_1));
        }
    }

    static OcspSingle read(DerCursor single) throws DerException {
        return new OcspSingle(single);
    }

    /** Nothing that is defined is critical, so nothing critical is known. */
    static void refuseCritical(DerCursor extensions) throws DerException {
        for (RawExtension extension : RawExtension.readAll(extensions, MAX_EXTENSIONS)) {
            if (extension.critical()) {
                throw new DerException(0, "the critical extension " + extension.oid());
            }
        }
    }

    private static CrlEntry revocation(DerCursor info) throws DerException {
        Instant date = DerTime.read(info);
        if (info.peekTag() != EXPLICIT_0) {
            return new CrlEntry(date, 0);
        }
        byte[] reason = info.enter().enter(ENUMERATED).rest();
        return new CrlEntry(date, reason.length == 1 ? reason[0] & 0xff : 0);
    }

    /** Whether it is about the certificate with this number of the issuer with this name and key. */
    public boolean isAbout(byte[] issuerName, byte[] issuerKeyBits, BigInteger number) {
        if (!serial.equals(number)) {
            return false;
        }
        return switch (hash) {
            case SHA1 ->
                Arrays.equals(nameHash, Hashes.sha1(issuerName)) && Arrays.equals(keyHash, Hashes.sha1(issuerKeyBits));
            case SHA256 ->
                Arrays.equals(nameHash, Hashes.sha256(issuerName))
                        && Arrays.equals(keyHash, Hashes.sha256(issuerKeyBits));
            default -> false;
        };
    }

    public Answer answer() {
        return answer;
    }

    /** Date and reason; empty unless the answer is revoked. */
    public Optional<CrlEntry> revocation() {
        return revocation;
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Optional<Instant> nextUpdate() {
        return nextUpdate;
    }
}
