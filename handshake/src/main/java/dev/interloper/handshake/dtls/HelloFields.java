package dev.interloper.handshake.dtls;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the reading of later records depends on in a ClientHello or ServerHello.
 *
 * @param version legacy_version
 * @param random 32 bytes
 * @param cipherSuite the server's choice; -1 in a ClientHello
 * @param extensions bodies by type; the first of those with the same type
 */
record HelloFields(int version, Bytes random, int cipherSuite, Map<Integer, Bytes> extensions) {

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;

    private static final int SUPPORTED_VERSIONS = 43;
    private static final int CONNECTION_ID = 54;
    private static final int RANDOM_LENGTH = 32;

    /** Reads a hello (RFC 6347 section 4.2.1, RFC 9147 section 5.3); empty if it is none or is malformed. */
    static Optional<HelloFields> read(int type, Bytes body) {
        if (type != CLIENT_HELLO && type != SERVER_HELLO) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(type, body.reader()));
        } catch (MalformedException e) {
            return Optional.empty(); // the engine's parser says what is wrong
        }
    }

    private static HelloFields read(int type, WireReader in) throws MalformedException {
        int version = in.u16("legacy_version");
        Bytes random = in.bytes(RANDOM_LENGTH, "random");
        in.vector8("session_id");
        int suite = -1;
        if (type == CLIENT_HELLO) {
            in.vector8("cookie");
            in.vector16("cipher_suites");
            in.vector8("compression_methods");
        } else {
            suite = in.u16("cipher_suite");
            in.u8("compression_method");
        }
        Map<Integer, Bytes> extensions = new HashMap<>();
        if (in.hasRemaining()) {
            WireReader list = in.vector16("extensions");
            while (list.hasRemaining()) {
                int id = list.u16("type");
                extensions.putIfAbsent(id, list.vector16("data").rest());
            }
        }
        return new HelloFields(version, random, suite, extensions);
    }

    /** Length of the connection id that the sender wants to see in records to it (RFC 9146 section 3); empty if it offers none. */
    Optional<Integer> connectionIdLength() {
        Bytes extension = extensions.getOrDefault(CONNECTION_ID, Bytes.EMPTY);
        return extension.isEmpty() || extension.at(0) != extension.length() - 1
                ? Optional.empty()
                : Optional.of(extension.length() - 1);
    }

    /** A ServerHello's choice. */
    int selectedVersion() {
        Bytes extension = extensions.getOrDefault(SUPPORTED_VERSIONS, Bytes.EMPTY);
        return extension.length() == 2 ? extension.at(0) << 8 | extension.at(1) : version;
    }
}
