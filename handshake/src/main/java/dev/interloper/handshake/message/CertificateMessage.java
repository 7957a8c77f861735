package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A peer's certificates as it sent them: order, duplicates and all (RFC 5246 section 7.4.2, RFC 8446 section 4.4.2).
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateMessage extends HandshakeMessage {

    /**
     * One certificate. Immutable.
     *
     * @param der its DER encoding as sent, not checked
     * @param extensions its extensions; only TLS 1.3 has them
     */
    public record Entry(Bytes der, List<Extension> extensions) {

        /**
         * An entry; the list is copied.
         *
         * @param der its DER encoding as sent
         * @param extensions its extensions
         */
        public Entry {
            extensions = List.copyOf(extensions);
        }
    }

    private Bytes requestContext = Bytes.EMPTY;
    private final List<Entry> entries = new ArrayList<>();

    CertificateMessage(Bytes body, Provenance provenance, boolean tls13) {
        super(HandshakeType.CERTIFICATE, body, provenance);
        readFields(tls13 ? this::readTls13 : this::readTls12);
    }

    /** <pre>{@code opaque ASN.1Cert<1..2^24-1>; struct { ASN.1Cert certificate_list<0..2^24-1>; } Certificate;}</pre> */
    private void readTls12(WireReader in) throws MalformedException {
        WireReader list = in.vector24("certificate_list");
        while (list.hasRemaining()) {
            entries.add(new Entry(list.vector24("ASN.1Cert").rest(), List.of()));
        }
    }

    /**
     * <pre>{@code struct { opaque cert_data<1..2^24-1>; Extension extensions<0..2^16-1>; } CertificateEntry;
     * struct { opaque certificate_request_context<0..2^8-1>; CertificateEntry certificate_list<0..2^24-1>; } Certificate;
     * }</pre>
     */
    private void readTls13(WireReader in) throws MalformedException {
        requestContext = in.vector8("certificate_request_context").rest();
        WireReader list = in.vector24("certificate_list");
        while (list.hasRemaining()) {
            Bytes der = list.vector24("cert_data").rest();
            List<Extension> extensions = new ArrayList<>();
            Extensions.read(list, extensions);
            entries.add(new Entry(der, extensions));
        }
    }

    /**
     * The context of the request that this answers; only TLS 1.3 has one, empty for a server's certificate.
     *
     * @return the context
     */
    public Bytes requestContext() {
        return requestContext;
    }

    /**
     * The certificates, the peer's own first.
     *
     * @return in the order of the wire; empty where the peer has none
     */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }
}
