package dev.interloper.certs.testpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A revocation list in the making: current, with number 5 and nothing revoked, unless told otherwise. */
public final class TestCrl {
    private final String issuer;
    private final KeyPair key;
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private Instant thisUpdate = TestPki.NOW.minus(Duration.ofDays(1));
    private Instant nextUpdate = TestPki.NOW.plus(Duration.ofDays(6));

    private record Entry(BigInteger serial, List<Extension> extensions) {}

    private TestCrl(String issuer, KeyPair key) {
        this.issuer = issuer;
        this.key = key;
        number(5);
    }

    public static TestCrl by(String issuer, KeyPair key) {
        return new TestCrl(issuer, key);
    }

    public TestCrl number(long number) {
        return extension(Extension.cRLNumber, false, new ASN1Integer(number));
    }

    public TestCrl deltaTo(long base) {
        return extension(Extension.deltaCRLIndicator, true, new ASN1Integer(base));
    }

    public TestCrl current(Instant from, Instant until) {
        thisUpdate = from;
        nextUpdate = until;
        return this;
    }

    public TestCrl extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        without(oid);
        extensions.add(made(oid, critical, value));
        return this;
    }

    public TestCrl without(ASN1ObjectIdentifier oid) {
        extensions.removeIf(e -> e.getExtnId().equals(oid));
        return this;
    }

    public TestCrl revoke(BigInteger serial, int reason) {
        return entry(serial, made(Extension.reasonCode, false, CRLReason.lookup(reason)));
    }

    public TestCrl revokeOf(String certificateIssuer, BigInteger serial) {
        GeneralName name = new GeneralName(new X500Name("CN=" + certificateIssuer));
        return entry(serial, made(Extension.certificateIssuer, true, new GeneralNames(name)));
    }

    public TestCrl entry(BigInteger serial, Extension... with) {
        entries.add(new Entry(serial, List.of(with)));
        return this;
    }

    public static Extension made(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(oid, critical, value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] sign() {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=" + issuer), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            for (Entry entry : entries) {
                Date date = Date.from(TestPki.NOW.minus(Duration.ofDays(2)));
                if (entry.extensions().isEmpty()) {
                    builder.addCRLEntry(entry.serial(), date, 0);
                } else {
                    builder.addCRLEntry(
                            entry.serial(),
                            date,
                            new Extensions(entry.extensions().toArray(new Extension[0])));
                }
            }
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            String algorithm = key.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return builder.build(new JcaContentSignerBuilder(algorithm).build(key.getPrivate()))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
