package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a client's certificate must hold (RFC 8446 section 4.2.5). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class OidFilters extends ExtensionBody {

    /**
     * One filter. Immutable.
     *
     * @param oid the certificate extension's identifier, as DER
     * @param values the values that it must have, as DER; empty where any will do
     */
    public record Filter(Bytes oid, Bytes values) {}

    private final List<Filter> filters = new ArrayList<>();

    OidFilters(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { opaque certificate_extension_oid<1..2^8-1>; opaque certificate_extension_values<0..2^16-1>; } OIDFilter;}</pre> */
    private void read(WireReader data) throws MalformedException {
        WireReader list = data.vector16("filters");
        while (list.hasRemaining()) {
            Bytes oid = list.vector8("certificate_extension_oid").rest();
            filters.add(new Filter(
                    oid, list.vector16("certificate_extension_values").rest()));
        }
    }

    /**
     * The filters.
     *
     * @return in the order of the wire
     */
    public List<Filter> filters() {
        return Collections.unmodifiableList(filters);
    }
}
