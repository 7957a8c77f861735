package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

        /**
         * The certificate alone, without bytes that the field holds behind it; what decoders read and hash.
         *
         * @return the first DER element of the field; the whole field if its length does not lie within
         */
        public Bytes certificate() {
            return DerElement.first(der);
        }

        /**
         * An extension's contents.
         *
         * @param type its number
         * @return the first one of that number
         */
        public Optional<Bytes> extension(int type) {
            return Extensions.find(extensions, type);
        }

        /**
         * The OCSP response stapled to this certificate (RFC 8446 section 4.4.2.1).
         *
         * @return its DER encoding as sent, not checked; empty if there is none
         */
        public Optional<Bytes> ocspResponse() {
            return extension(Extension.STATUS_REQUEST).flatMap(Entry::response);
        }

        /**
         * The signed certificate timestamps stapled to this certificate, as a SignedCertificateTimestampList (RFC 6962 section
         * 3.3).
         *
         * @return the list as sent, not checked; empty if there is none
         */
        public Optional<Bytes> timestamps() {
            return extension(Extension.SIGNED_CERTIFICATE_TIMESTAMP);
        }

        private static Optional<Bytes> response(Bytes status) {
            try {
                WireReader in = status.reader();
                boolean isOcsp = in.u8("status_type") == 1;
                Bytes response = in.vector24("response").rest();
                return isOcsp ? Optional.of(response) : Optional.empty();
            } catch (MalformedException e) {
                return Optional.empty();
            }
        }
    }

    private final Bytes requestContext;
    private final CertificateView.Form form;
    private final List<Entry> entries;

    CertificateMessage(Bytes body, Provenance provenance, boolean tls13) {
        this(body, provenance, tls13 ? CertificateView.Form.ENTRIES : CertificateView.Form.LIST);
    }

    CertificateMessage(Bytes body, Provenance provenance, CertificateView.Form form) {
        super(HandshakeType.CERTIFICATE, body, provenance);
        CertificateView view = new CertificateView();
        view.reset(body, form);
        malformed(view.malformation().orElse(null));
        this.form = form;
        requestContext = view.requestContext().toBytes();
        List<Entry> copies = new ArrayList<>(view.count());
        while (view.next()) {
            copies.add(new Entry(view.der().toBytes(), view.extensions().copies()));
        }
        entries = Collections.unmodifiableList(copies);
    }

    /**
     * How the body was read.
     *
     * @return its layout; {@link CertificateView.Form#RAW_PUBLIC_KEY} says that the only entry is no certificate
     */
    public CertificateView.Form form() {
        return form;
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
        return entries;
    }
}
