package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Malformation;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an extension holds; each subclass carries the fields of one kind. The raw bytes are always there. Data that is not what its
 * number says still gives a body: {@link #malformation()} tells what is wrong and where, and what came before that place is
 * there. Immutable, thread-safe.
 *
 * @since 0.1
 */
public abstract class ExtensionBody {

    private final Extension extension;
    private final HandshakeType in;
    private @Nullable Malformation malformation;

    ExtensionBody(Extension extension, HandshakeType in) {
        this.extension = extension;
        this.in = in;
    }

    /** Reads the fields; what was read before an error stays. */
    interface FieldReader {
        void read(WireReader data) throws MalformedException;
    }

    /** To be called once, at the end of a subclass's constructor. */
    final void readFields(FieldReader fields) {
        try {
            WireReader data = extension.data().reader().named(extension.name());
            fields.read(data);
            data.requireEnd("end");
        } catch (MalformedException e) {
            malformation = e.malformation();
        }
    }

    final boolean isIn(HandshakeType type) {
        return in.code() == type.code();
    }

    final boolean isFromClient() {
        return isIn(HandshakeType.CLIENT_HELLO);
    }

    /**
     * The extension with its number and raw bytes.
     *
     * @return as it was on the wire
     */
    public final Extension extension() {
        return extension;
    }

    /**
     * The extension's number.
     *
     * @return its 16-bit number in the IANA "TLS ExtensionType Values" registry
     */
    public final int type() {
        return extension.type();
    }

    /**
     * The message in whose form the data was read.
     *
     * @return its type
     */
    public final HandshakeType in() {
        return in;
    }

    /**
     * What is wrong with the data, if anything is; offsets count from its first byte.
     *
     * @return empty for a well-formed extension
     */
    public final Optional<Malformation> malformation() {
        return Optional.ofNullable(malformation);
    }

    /** The extension's name and length. */
    @Override
    public String toString() {
        return extension.name() + " (" + extension.data().length() + " bytes)";
    }
}
