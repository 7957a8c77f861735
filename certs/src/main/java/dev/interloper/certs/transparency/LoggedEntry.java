package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What a log signs.
 *
 * <pre>
 * digitally-signed struct {
 *     Version sct_version;  SignatureType signature_type = certificate_timestamp;  uint64 timestamp;
 *     LogEntryType entry_type;
 *     select(entry_type) {
 *         case x509_entry: opaque ASN.1Cert&lt;1..2^24-1&gt;;
 *         case precert_entry: opaque issuer_key_hash[32]; opaque TBSCertificate&lt;1..2^24-1&gt;;
 *     } signed_entry;
 *     CtExtensions extensions;
 * };
 * </pre>
 */
final class LoggedEntry {
    private static final int X509 = 0;
    private static final int PRECERT = 1;

    private final byte[] octets;

    private LoggedEntry(byte[] octets) {
        this.octets = octets;
    }

    static LoggedEntry certificate(byte[] der) {
        ByteArrayOutputStream out = type(X509);
        opaque(out, 3, der);
        return new LoggedEntry(out.toByteArray());
    }

    static LoggedEntry precertificate(PublicKeyHash issuerKey, byte[] tbs) {
        ByteArrayOutputStream out = type(PRECERT);
        out.writeBytes(HexFormat.of().parseHex(issuerKey.hex()));
        opaque(out, 3, tbs);
        return new LoggedEntry(out.toByteArray());
    }

    /** The octets that are signed, with what one timestamp says. */
    byte[] signedFor(long timestamp, byte[] extensions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + extensions.length + 12);
        out.write(0); // v1
        out.write(0); // certificate_timestamp
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(timestamp).array());
        out.writeBytes(octets);
        opaque(out, 2, extensions);
        return out.toByteArray();
    }

    private static ByteArrayOutputStream type(int type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(type);
        return out;
    }

    private static void opaque(ByteArrayOutputStream out, int lengthOctets, byte[] content) {
        for (int i = lengthOctets - 1; i >= 0; i--) {
            out.write(content.length >>> (8 * i));
        }
        out.writeBytes(content);
    }
}
