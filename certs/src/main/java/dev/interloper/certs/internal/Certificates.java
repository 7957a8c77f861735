package dev.interloper.certs.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** The one place where certificates are parsed. */
public final class Certificates {
    private Certificates() {}

    /**
     * Parses exactly one certificate.
     *
     * @throws CertificateException for anything else, trailing bytes too
     */
    public static X509Certificate parse(byte[] der) throws CertificateException {
        try {
            DerCursor cursor = DerCursor.over(der);
            cursor.enter(DerCursor.SEQUENCE);
            int trailing = cursor.rest().length;
            if (trailing > 0) {
                throw new CertificateException(trailing + " bytes follow the certificate");
            }
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (certificate instanceof X509Certificate x509) {
                return x509;
            }
            throw new CertificateException("not an X.509 certificate");
        } catch (DerException e) {
            throw new CertificateException(e.getMessage(), e);
        } catch (RuntimeException e) { // the platform's parser has thrown these on hostile input
            throw new CertificateException("the platform's parser failed: " + e, e);
        }
    }
}
