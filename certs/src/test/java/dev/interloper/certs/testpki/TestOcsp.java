package dev.interloper.certs.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An OCSP response in the making: current, and good, unless told otherwise. */
public final class TestOcsp {
    private final X509Certificate issuer;
    private final BigInteger serial;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private ASN1ObjectIdentifier hash = OIWObjectIdentifiers.idSHA1;
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant thisUpdate = TestPki.NOW.minus(Duration.ofDays(1));
    private Date nextUpdate = Date.from(TestPki.NOW.plus(Duration.ofDays(6)));

    private TestOcsp(X509Certificate issuer, BigInteger serial) {
        this.issuer = issuer;
        this.serial = serial;
    }

    public static TestOcsp about(X509Certificate issuer, BigInteger serial) {
        return new TestOcsp(issuer, serial);
    }

    public TestOcsp hash(ASN1ObjectIdentifier algorithm) {
        hash = algorithm;
        return this;
    }

    public TestOcsp revoked(int reason) {
        status = new RevokedStatus(Date.from(TestPki.NOW.minus(Duration.ofDays(2))), reason);
        return this;
    }

    public TestOcsp unknown() {
        status = new UnknownStatus();
        return this;
    }

    public TestOcsp current(Instant from, Instant until) {
        thisUpdate = from;
        nextUpdate = Date.from(until);
        return this;
    }

    /** Without an end. */
    public TestOcsp from(Instant from) {
        thisUpdate = from;
        nextUpdate = null;
        return this;
    }

    public TestOcsp with(X509Certificate responder) {
        certificates.add(responder);
        return this;
    }

    public byte[] sign(KeyPair key) {
        try {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(hash)),
                    new JcaX509CertificateHolder(issuer),
                    serial);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(new X500Name("CN=Responder")));
            builder.addResponse(id, status, Date.from(thisUpdate), nextUpdate, null);
            List<X509CertificateHolder> sent = new ArrayList<>();
            for (X509Certificate certificate : certificates) {
                sent.add(new JcaX509CertificateHolder(certificate));
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()),
                                    sent.toArray(new X509CertificateHolder[0]),
                                    Date.from(thisUpdate)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A response that is none. */
    public static byte[] error(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
