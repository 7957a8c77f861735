package dev.interloper.boards.library;

import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.SignedCertificateTimestamps;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** The timestamps inside certificates, which tshark lists with the message: the JDK finds the extension, the library reads its list. */
final class EmbeddedTimestamps {

    private static final String OID = "1.3.6.1.4.1.11129.2.4.2";
    private static final int OCTET_STRING = 4;

    private EmbeddedTimestamps() {}

    static List<String> logIds(Bytes der) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der.toByteArray()));
            byte[] value = certificate.getExtensionValue(OID);
            if (value == null) {
                return List.of();
            }
            Bytes list = octets(octets(Bytes.copyOf(value)));
            return ExtensionDecoder.find(
                            List.of(new Extension(Extension.SIGNED_CERTIFICATE_TIMESTAMP, list)),
                            HandshakeType.CERTIFICATE,
                            Extension.SIGNED_CERTIFICATE_TIMESTAMP,
                            SignedCertificateTimestamps.class)
                    .map(ExtensionFields::logIds)
                    .orElse(List.of());
        } catch (CertificateException | IndexOutOfBoundsException e) {
            return List.of(); // not one that the JDK reads
        }
    }

    /** What an OCTET STRING holds; its length takes one, two or three bytes. */
    private static Bytes octets(Bytes der) {
        if (der.at(0) != OCTET_STRING) {
            return Bytes.EMPTY;
        }
        int header = der.at(1) < 0x80 ? 2 : 2 + (der.at(1) & 0x7f);
        return der.slice(header, der.length() - header);
    }
}
