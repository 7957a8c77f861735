package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import java.util.Optional;

/**
 * Walks a Certificate message's body in place, without allocating anything for a well-formed one (RFC 5246 section 7.4.2, RFC 8446
 * section 4.4.2, RFC 7250). What it tells is good until the next reset, and as long as the array is not overwritten. Reusable, not
 * thread-safe.
 *
 * @since 0.1
 */
public final class CertificateView {

    /** How a body is laid out; its bytes do not say so. */
    public enum Form {
        /** A list of certificates, up to TLS 1.2. */
        LIST,
        /** A context, then entries with extensions, in TLS 1.3; a raw public key stands where a certificate would. */
        ENTRIES,
        /** One SubjectPublicKeyInfo and no list: a raw public key up to TLS 1.2 (RFC 7250 section 3). */
        RAW_PUBLIC_KEY
    }

    private static final ExtensionCursor.Paths EXTENSIONS = ExtensionCursor.Paths.of("Certificate.certificate_list");

    private final BodyCursor in = new BodyCursor();
    private final Span requestContext = new Span();
    private final Span list = new Span();
    private final Span entry = new Span();
    private final ExtensionCursor extensions = new ExtensionCursor();
    private Form form = Form.LIST;
    private int count;
    private int next;

    /** A view over nothing yet. */
    public CertificateView() {}

    /**
     * Reads a body; the walk begins before its first entry.
     *
     * @param buffer an array that holds it; read as long as this view is asked
     * @param offset index of its first byte, behind the handshake header
     * @param length its number of bytes
     * @param form how it is laid out
     * @return whether it is well-formed; if not, the entries before the error are there
     * @throws IndexOutOfBoundsException if the body is not within the array
     */
    public boolean reset(byte[] buffer, int offset, int length, Form form) {
        in.reset(buffer, offset, length);
        this.form = form;
        requestContext.clear();
        list.clear();
        count = 0;
        if (form == Form.RAW_PUBLIC_KEY) {
            list.set(buffer, offset, length);
            count = in.vector24(in.end(), "Certificate.ASN.1_subjectPublicKeyInfo", entry) ? 1 : 0;
        } else if (form == Form.LIST
                || in.vector8(in.end(), "Certificate.certificate_request_context", requestContext)) {
            count = countEntries();
        }
        in.requireEnd("Certificate.end");
        rewind();
        return in.malformation() == null;
    }

    /**
     * Reads a body from a copy of it, for which this view keeps the room.
     *
     * @param body the body, without the handshake header
     * @param form how it is laid out
     * @return whether it is well-formed; if not, the entries before the error are there
     */
    public boolean reset(Bytes body, Form form) {
        return reset(in.own(body), 0, body.length(), form);
    }

    private int countEntries() {
        if (!in.vector24(in.end(), "Certificate.certificate_list", list)) {
            return 0;
        }
        int end = in.position();
        in.position(list.offset());
        int entries = 0;
        while (in.position() < end && readEntry(end)) {
            entries++;
            if (in.malformation() != null) {
                break;
            }
        }
        return entries;
    }

    /**
     * <pre>{@code opaque ASN.1Cert<1..2^24-1>; struct { ASN.1Cert certificate_list<0..2^24-1>; } Certificate;
     *
     * struct { opaque cert_data<1..2^24-1>; Extension extensions<0..2^16-1>; } CertificateEntry;
     * struct { opaque certificate_request_context<0..2^8-1>; CertificateEntry certificate_list<0..2^24-1>; } Certificate;
     * }</pre>
     *
     * <p>An entry counts as soon as its certificate is there, whatever its extensions are.
     */
    private boolean readEntry(int end) {
        extensions.clear();
        if (form == Form.LIST) {
            return in.vector24(end, "Certificate.certificate_list.ASN.1Cert", entry);
        }
        if (!in.vector24(end, "Certificate.certificate_list.cert_data", entry)) {
            return false;
        }
        in.extensions(end, EXTENSIONS, extensions);
        return true;
    }

    /** Goes back before the first entry. */
    public void rewind() {
        next = 0;
        entry.clear();
        extensions.clear();
    }

    /**
     * Goes to the next entry, the peer's own certificate first.
     *
     * @return false behind the last one that could be read
     */
    public boolean next() {
        if (next >= count) {
            return false;
        }
        int place = next == 0 ? 0 : entry.offset() + entry.length() - list.offset();
        if (next > 0 && form == Form.ENTRIES) {
            place += 2 + list.u16(place);
        }
        int length = list.u8(place) << 16 | list.u16(place + 1);
        entry.set(list.source(), list.offset() + place + 3, length);
        if (form == Form.ENTRIES) {
            extensions.over(list, place + 3 + length);
        }
        next++;
        return true;
    }

    /**
     * The number of entries that could be read.
     *
     * @return 0 where the peer has no certificate
     */
    public int count() {
        return count;
    }

    /**
     * The current entry's certificate or raw public key.
     *
     * @return its DER encoding as sent, not checked; the same object each time
     */
    public Span der() {
        return entry;
    }

    /**
     * The current entry's extensions; only TLS 1.3 has them.
     *
     * @return the same cursor each time, before the first extension
     */
    public ExtensionCursor extensions() {
        extensions.rewind();
        return extensions;
    }

    /**
     * The context of the request that this answers; only TLS 1.3 has one, empty for a server's certificate.
     *
     * @return its bytes
     */
    public Span requestContext() {
        return requestContext;
    }

    /**
     * What is wrong with the body, if anything is.
     *
     * @return empty for a well-formed one; offsets count from the body's first byte
     */
    public Optional<Malformation> malformation() {
        return Optional.ofNullable(in.malformation());
    }
}
