package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;

/** Forging authorities under another's name. */
final class Impostor {
    private Impostor() {}

    /** A self-signed authority with the name and the key identifier of a real one, so that chains to either look alike. */
    static Authority of(X509Certificate real, KeyPair keys)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var original = new JcaX509CertificateHolder(real);
        var self = new Authority(real, keys, "");
        var certificate = new Leaf(self, original.getSubject(), keys.getPublic())
                .between(real.getNotBefore().toInstant(), real.getNotAfter().toInstant())
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .add(original.getExtension(Extension.subjectKeyIdentifier))
                .sign();
        return new Authority(certificate, keys, "");
    }
}
