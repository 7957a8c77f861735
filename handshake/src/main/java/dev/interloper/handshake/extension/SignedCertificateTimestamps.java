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
 * Proofs that a certificate was logged (RFC 6962 section 3.3); clients ask for them with an empty one. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SignedCertificateTimestamps extends ExtensionBody {

    /**
     * One timestamp. Immutable.
     *
     * @param version its version: 0 is that of RFC 6962
     * @param logId the SHA-256 hash of the log's key; empty for other versions
     * @param epochMillis when it was issued, milliseconds since 1970-01-01T00:00:00Z; 0 for other versions
     * @param extensions its extensions; empty so far
     * @param signatureScheme its algorithm as TLS 1.2 numbers them; -1 for other versions
     * @param signature the log's signature; for other versions all bytes behind the version
     */
    public record Timestamp(
            int version, Bytes logId, long epochMillis, Bytes extensions, int signatureScheme, Bytes signature) {}

    private static final int LOG_ID_LENGTH = 32;

    private final List<Timestamp> timestamps = new ArrayList<>();

    SignedCertificateTimestamps(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque SerializedSCT<1..2^16-1>; SerializedSCT sct_list<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if ((isFromClient() && !data.hasRemaining()) || isIn(HandshakeType.CERTIFICATE_REQUEST)) {
            return;
        }
        WireReader list = data.vector16("sct_list");
        while (list.hasRemaining()) {
            timestamps.add(timestamp(list.vector16("SerializedSCT")));
        }
    }

    private static Timestamp timestamp(WireReader sct) throws MalformedException {
        int version = sct.u8("version");
        if (version != 0) {
            return new Timestamp(version, Bytes.EMPTY, 0, Bytes.EMPTY, -1, sct.rest());
        }
        Bytes logId = sct.bytes(LOG_ID_LENGTH, "id");
        long millis = sct.u32("timestamp") << 32 | sct.u32("timestamp");
        Bytes extensions = sct.vector16("extensions").rest();
        int scheme = sct.u16("algorithm");
        Timestamp timestamp = new Timestamp(
                0, logId, millis, extensions, scheme, sct.vector16("signature").rest());
        sct.requireEnd("end");
        return timestamp;
    }

    /**
     * The timestamps.
     *
     * @return in the order of the wire; empty where they are only asked for
     */
    public List<Timestamp> timestamps() {
        return Collections.unmodifiableList(timestamps);
    }
}
