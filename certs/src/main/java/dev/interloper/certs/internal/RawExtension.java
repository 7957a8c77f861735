package dev.interloper.certs.internal;

/** One extension as encoded. The value is the content of the OCTET STRING. */
public final class RawExtension {
    private final String oid;
    private final boolean critical;
    private final byte[] value;

    RawExtension(String oid, boolean critical, byte[] value) {
        this.oid = oid;
        this.critical = critical;
        this.value = value;
    }

    public String oid() {
        return oid;
    }

    public boolean critical() {
        return critical;
    }

    public DerCursor value() {
        return DerCursor.over(value);
    }
}
