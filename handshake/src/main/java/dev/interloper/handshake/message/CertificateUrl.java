package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a client's certificates are to be fetched, instead of the certificates (RFC 6066 section 5). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateUrl extends HandshakeMessage {

    /**
     * One address. Immutable.
     *
     * @param url the address as sent, not checked
     * @param sha1 the SHA-1 hash of what is to be found there
     */
    public record Entry(Bytes url, Bytes sha1) {}

    private static final int SHA1_LENGTH = 20;

    private int chainType = -1;
    private final List<Entry> entries = new ArrayList<>();

    CertificateUrl(Bytes body, Provenance provenance) {
        super(HandshakeType.CERTIFICATE_URL, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { CertChainType type; URLAndHash url_and_hash_list<1..2^16-1>; } CertificateURL;}</pre> */
    private void read(WireReader in) throws MalformedException {
        chainType = in.u8("type");
        WireReader list = in.vector16("url_and_hash_list");
        while (list.hasRemaining()) {
            Bytes url = list.vector16("url").rest();
            list.u8("padding");
            entries.add(new Entry(url, list.bytes(SHA1_LENGTH, "SHA1Hash")));
        }
    }

    /**
     * What the addresses lead to: single certificates (0) or a PkiPath (1).
     *
     * @return the number; -1 for an empty message
     */
    public int chainType() {
        return chainType;
    }

    /**
     * The addresses.
     *
     * @return in the order of the wire
     */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }
}
