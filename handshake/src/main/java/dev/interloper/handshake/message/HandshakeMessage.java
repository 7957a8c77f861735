package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One handshake message as it was seen. {@link #type()} tells which subclass carries its fields; types that this library does
 * not decode are an {@link OpaqueMessage}. The raw body is always there. A body that is not what its type says still gives a
 * message: {@link #malformation()} tells what is wrong and where, and the fields before that place are filled.
 *
 * <p>Immutable, thread-safe.
 *
 * @since 0.1
 */
public abstract class HandshakeMessage {

    private final HandshakeType type;
    private final Bytes body;
    private final Provenance provenance;
    private @Nullable Malformation malformation;
    private @Nullable TlsVersion assumedVersion;

    HandshakeMessage(HandshakeType type, Bytes body, Provenance provenance) {
        this.type = type;
        this.body = body;
        this.provenance = provenance;
    }

    /** Reads a body's fields; what was read before an error stays. */
    interface FieldReader {
        void read(WireReader in) throws MalformedException;
    }

    /** To be called once, from a subclass's constructor. */
    final void readFields(FieldReader fields) {
        try {
            WireReader in = body.reader().named(type.toString());
            fields.read(in);
            in.requireEnd("end");
        } catch (MalformedException e) {
            malformation = e.malformation();
        }
    }

    /** To be called once, from the constructor of a subclass that reads its body in another way. */
    final void malformed(@Nullable Malformation wrong) {
        malformation = wrong;
    }

    /** To be called at most once, before the message is handed out. */
    final HandshakeMessage assuming(TlsVersion version) {
        assumedVersion = version;
        return this;
    }

    /**
     * The message's type.
     *
     * @return the number with its name
     */
    public final HandshakeType type() {
        return type;
    }

    /**
     * The body, without the 4-byte handshake header.
     *
     * @return the raw bytes
     */
    public final Bytes body() {
        return body;
    }

    /**
     * Where the message came from.
     *
     * @return its place in stream, records and packets
     */
    public final Provenance provenance() {
        return provenance;
    }

    /**
     * What is wrong with the body, if anything is.
     *
     * @return empty for a well-formed message
     */
    public final Optional<Malformation> malformation() {
        return Optional.ofNullable(malformation);
    }

    /**
     * The version in whose form the body was read, where the form depends on the version and the connection's was not known.
     *
     * @return TLS 1.1 stands for all before TLS 1.2; empty where nothing had to be assumed
     */
    public final Optional<TlsVersion> assumedVersion() {
        return Optional.ofNullable(assumedVersion);
    }

    /** The type's name and its place. */
    @Override
    public String toString() {
        return type + " (" + body.length() + " bytes), " + provenance;
    }
}
