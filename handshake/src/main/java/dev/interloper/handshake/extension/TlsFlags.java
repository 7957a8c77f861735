package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * Features that need no more than a bit each (draft-ietf-tls-tlsflags). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TlsFlags extends ExtensionBody {

    private Bytes flags = Bytes.EMPTY;

    TlsFlags(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque flags<0..255>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        flags = data.vector8("flags").rest();
    }

    /**
     * The bits, the lowest of the first byte being flag 0.
     *
     * @return 0 to 255 bytes
     */
    public Bytes flags() {
        return flags;
    }

    /**
     * Whether a flag is set.
     *
     * @param flag its number, from 0
     * @return false also for flags behind the last byte
     */
    public boolean isSet(int flag) {
        return flag >= 0 && flag / 8 < flags.length() && (flags.at(flag / 8) >> flag % 8 & 1) == 1;
    }
}
