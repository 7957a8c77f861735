package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is written otherwise than DER or RFC 5280 have it: the handwriting of an encoder.
 *
 * @since 0.1
 */
public enum EncodingQuirk {
    /** An extension says {@code critical FALSE}, which DER leaves out (X.690 11.5). */
    CRITICAL_FALSE_WRITTEN("critical-false"),
    /** Basic constraints say {@code cA FALSE}, which DER leaves out (X.690 11.5). */
    CA_FALSE_WRITTEN("ca-false"),
    /** A TRUE that is not ff (X.690 11.1). */
    ODD_TRUE("odd-true"),
    /** Key usage with trailing zero bits (X.690 11.2.2). */
    PADDED_KEY_USAGE("ku-padded"),
    /** GeneralizedTime before 2050 or UTCTime after 2049 (RFC 5280 4.1.2.5). */
    WRONG_TIME_TYPE("time-type"),
    /** An RSA signature algorithm without NULL, or another one with it (RFC 4055 5, RFC 5758 3.2). */
    ALGORITHM_PARAMETERS("alg-params"),
    /** The signature algorithm inside the signed part differs from the one outside (RFC 5280 4.1.1.2). */
    ALGORITHMS_DIFFER("alg-differ"),
    /** A serial number with needless leading octets (X.690 8.3.2), or none at all. */
    PADDED_SERIAL("serial-padded"),
    /** Unique identifiers (RFC 5280 4.1.2.8: not to be used). */
    UNIQUE_IDS("unique-ids"),
    /** An extension more than once (RFC 5280 4.2). */
    DUPLICATE_EXTENSION("ext-twice"),
    /** Version 3 without extensions, or extensions without version 3 (RFC 5280 4.1.2.1). */
    VERSION_UNFIT("version"),
    /** Something that this reader could not follow to its end. */
    UNREADABLE("unreadable");

    private static final Instant FIFTY = Instant.parse("2050-01-01T00:00:00Z");
    private static final int UTC_TIME = 0x17;
    private static final byte[] NULL = {5, 0};
    private static final byte[] PKCS1 = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1};

    private final String token;

    EncodingQuirk(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    static Set<EncodingQuirk> of(LeafDer leaf, X509Certificate certificate) {
        Set<EncodingQuirk> quirks = EnumSet.noneOf(EncodingQuirk.class);
        note(quirks, UNREADABLE, !leaf.complete());
        note(quirks, UNIQUE_IDS, leaf.uniqueIds());
        note(quirks, PADDED_SERIAL, paddedSerial(leaf.serial()));
        note(
                quirks,
                ALGORITHMS_DIFFER,
                leaf.complete() && !Arrays.equals(leaf.innerAlgorithm(), leaf.outerAlgorithm()));
        boolean v3 = certificate.getVersion() == 3;
        note(quirks, VERSION_UNFIT, v3 == leaf.extensions().isEmpty());
        note(
                quirks,
                WRONG_TIME_TYPE,
                wrongTime(leaf.notBeforeTag(), certificate.getNotBefore().toInstant())
                        || wrongTime(
                                leaf.notAfterTag(), certificate.getNotAfter().toInstant()));
        extensions(leaf, quirks);
        try {
            note(quirks, ALGORITHM_PARAMETERS, wrongParameters(leaf.innerAlgorithm()));
            keyUsage(leaf, quirks);
            basicConstraints(leaf, quirks);
        } catch (DerException e) {
            quirks.add(UNREADABLE);
        }
        return quirks;
    }

    private static void note(Set<EncodingQuirk> quirks, EncodingQuirk quirk, boolean seen) {
        if (seen) {
            quirks.add(quirk);
        }
    }

    private static boolean paddedSerial(byte[] serial) {
        if (serial.length < 2) {
            return serial.length == 0;
        }
        boolean sign = serial[1] < 0;
        return serial[0] == (sign ? -1 : 0);
    }

    private static boolean wrongTime(int tag, Instant moment) {
        return (tag == UTC_TIME) != moment.isBefore(FIFTY);
    }

    private static boolean wrongParameters(byte[] algorithm) throws DerException {
        if (algorithm.length == 0) {
            return false;
        }
        DerCursor fields = DerCursor.over(algorithm).enter(DerCursor.SEQUENCE);
        byte[] oid = fields.enter(DerCursor.OID).rest();
        byte[] parameters = fields.rest();
        boolean rsa = oid.length == PKCS1.length + 1 && Arrays.equals(oid, 0, PKCS1.length, PKCS1, 0, PKCS1.length);
        boolean pss = rsa && oid[PKCS1.length] == 10;
        return !pss && (rsa ? !Arrays.equals(parameters, NULL) : parameters.length > 0);
    }

    private static void extensions(LeafDer leaf, Set<EncodingQuirk> quirks) {
        Set<String> seen = new HashSet<>();
        for (LeafExtension extension : leaf.extensions()) {
            note(quirks, CRITICAL_FALSE_WRITTEN, extension.falseWritten());
            note(quirks, ODD_TRUE, extension.oddBoolean());
            note(quirks, DUPLICATE_EXTENSION, !seen.add(extension.oid()));
        }
    }

    private static void keyUsage(LeafDer leaf, Set<EncodingQuirk> quirks) throws DerException {
        Optional<LeafExtension> extension = leaf.extension(TypeNames.KEY_USAGE);
        if (extension.isPresent()) {
            byte[] bits = extension.get().value().enter(DerCursor.BIT_STRING).rest();
            boolean minimal = bits.length > 1
                    && bits[bits.length - 1] != 0
                    && Integer.numberOfTrailingZeros(bits[bits.length - 1]) == bits[0];
            note(quirks, PADDED_KEY_USAGE, !minimal);
        }
    }

    private static void basicConstraints(LeafDer leaf, Set<EncodingQuirk> quirks) throws DerException {
        Optional<LeafExtension> extension = leaf.extension(TypeNames.BASIC_CONSTRAINTS);
        if (extension.isPresent()) {
            DerCursor fields = extension.get().value().enter(DerCursor.SEQUENCE);
            if (fields.peekTag() == DerCursor.BOOLEAN) {
                byte[] ca = fields.enter().rest();
                note(quirks, CA_FALSE_WRITTEN, ca.length == 1 && ca[0] == 0);
                note(quirks, ODD_TRUE, ca.length != 1 || (ca[0] != 0 && ca[0] != -1));
            }
        }
    }
}
