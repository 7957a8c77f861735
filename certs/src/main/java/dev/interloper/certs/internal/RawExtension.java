package dev.interloper.certs.internal;

import java.util.ArrayList;
import java.util.List;

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

    /** Steps over one Extension. */
    public static RawExtension read(DerCursor from) throws DerException {
        DerCursor extension = from.enter(DerCursor.SEQUENCE);
        String oid = Oids.decode(extension.enter(DerCursor.OID).rest());
        boolean critical = false;
        if (extension.peekTag() == DerCursor.BOOLEAN) {
            byte[] value = extension.enter().rest();
            critical = value.length == 1 && value[0] != 0;
        }
        return new RawExtension(
                oid, critical, extension.enter(DerCursor.OCTET_STRING).rest());
    }

    /** Steps over Extensions, no more than a number of them, and none twice. */
    public static List<RawExtension> readAll(DerCursor from, int max) throws DerException {
        DerCursor list = from.enter(DerCursor.SEQUENCE);
        List<RawExtension> read = new ArrayList<>();
        while (list.hasMore()) {
            RawExtension next = read(list);
            if (read.size() == max) {
                throw new DerException(0, "more than " + max + " extensions");
            }
            if (read.stream().anyMatch(e -> e.oid.equals(next.oid))) {
                throw new DerException(0, "extension " + next.oid + " twice");
            }
            read.add(next);
        }
        return read;
    }

    public String oid() {
        return oid;
    }

    public boolean critical() {
        return critical;
    }

    /** The content of the OCTET STRING. */
    public byte[] octets() {
        return value.clone();
    }

    public DerCursor value() {
        return DerCursor.over(value);
    }
}
