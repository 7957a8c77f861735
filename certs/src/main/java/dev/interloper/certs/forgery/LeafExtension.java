package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;

/** One extension of a leaf as encoded, with how its criticality is written. */
final class LeafExtension {
    private final String oid;
    private final boolean critical;
    private final boolean falseWritten;
    private final boolean oddBoolean;
    private final byte[] value;

    /** The content octet of the criticality BOOLEAN, or -1 where it is left out. */
    LeafExtension(String oid, int criticality, byte[] value) {
        this.oid = oid;
        this.critical = criticality > 0;
        this.falseWritten = criticality == 0;
        this.oddBoolean = criticality > 0 && criticality != 0xff;
        this.value = value;
    }

    String oid() {
        return oid;
    }

    boolean critical() {
        return critical;
    }

    /** DER leaves a default out (X.690 11.5). */
    boolean falseWritten() {
        return falseWritten;
    }

    /** DER writes TRUE as ff (X.690 11.1). */
    boolean oddBoolean() {
        return oddBoolean;
    }

    DerCursor value() {
        return DerCursor.over(value);
    }
}
