package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * How a client wants to use pre-shared keys (RFC 8446 section 4.2.9). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PskKeyExchangeModes extends ExtensionBody {

    private Bytes modes = Bytes.EMPTY;

    PskKeyExchangeModes(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code PskKeyExchangeMode ke_modes<1..255>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        modes = data.vector8("ke_modes").rest();
    }

    /**
     * The modes, a byte each: 0 is without, 1 with a fresh key exchange.
     *
     * @return numbers in the IANA "TLS PskKeyExchangeMode" registry, in the order of the wire, GREASE included
     */
    public Bytes modes() {
        return modes;
    }
}
