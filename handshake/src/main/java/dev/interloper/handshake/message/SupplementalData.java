package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Data that applications exchange within the handshake, up to TLS 1.2 (RFC 4680). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SupplementalData extends HandshakeMessage {

    /**
     * One entry. Immutable.
     *
     * @param type its number in the IANA "TLS Supplemental Data Formats" registry
     * @param data its contents
     */
    public record Entry(int type, Bytes data) {}

    private final List<Entry> entries = new ArrayList<>();

    SupplementalData(Bytes body, Provenance provenance) {
        super(HandshakeType.SUPPLEMENTAL_DATA, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { SupplementalDataEntry supp_data<1..2^24-1>; } SupplementalData;}</pre> */
    private void read(WireReader in) throws MalformedException {
        WireReader list = in.vector24("supp_data");
        while (list.hasRemaining()) {
            int dataType = list.u16("supp_data_type");
            entries.add(new Entry(dataType, list.vector16("supp_data_entry").rest()));
        }
    }

    /**
     * The entries.
     *
     * @return in the order of the wire
     */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }
}
