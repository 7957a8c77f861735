package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.LabPki.Policy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;

/** Forges certificates as an intercepting proxy does, from what the origin shows. */
final class Minter {
    private final Authority authority;
    private final Manner manner;
    private final KeyPair shared;
    private final CtLog ownLog;

    Minter(Authority authority, Manner manner) throws GeneralSecurityException {
        this.authority = authority;
        this.manner = manner;
        shared = Keys.rsa(2048);
        ownLog = new CtLog("Nobody", "Nobody 2027", Keys.ec());
    }

    Identity forge(List<X509Certificate> origin, Instant at)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = keysLike(origin.get(0));
        var chain = new ArrayList<>(List.of(leaf(origin.get(0), keys, at)));
        switch (manner.tail()) {
            case NOTHING -> {}
            case AUTHORITY -> chain.add(authority.certificate());
            case ORIGIN -> chain.addAll(origin.subList(1, origin.size()));
        }
        return new Identity(keys.getPrivate(), List.copyOf(chain));
    }

    private KeyPair keysLike(X509Certificate origin) throws GeneralSecurityException {
        return switch (manner.key()) {
            case LIKE_ORIGIN -> origin.getPublicKey().getAlgorithm().equals("RSA") ? Keys.rsa(2048) : Keys.ec();
            case EC -> Keys.ec();
            case AUTHORITY -> authority.keys();
            case SHARED -> shared;
        };
    }

    private X509Certificate leaf(X509Certificate origin, KeyPair keys, Instant at)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var original = new JcaX509CertificateHolder(origin);
        var leaf =
                new Leaf(authority, copies(Copied.SUBJECT) ? original.getSubject() : host(original), keys.getPublic());
        if (copies(Copied.SERIAL)) {
            leaf.serial(origin.getSerialNumber());
        }
        if (copies(Copied.VALIDITY)) {
            leaf.between(origin.getNotBefore().toInstant(), origin.getNotAfter().toInstant());
        } else {
            leaf.lasting(at.truncatedTo(ChronoUnit.SECONDS).minus(manner.backdated()), manner.life());
        }
        for (var oid : original.getExtensions().getExtensionOIDs()) {
            if (oid.equals(Extension.subjectAlternativeName)
                    || manner.copied().stream().anyMatch(copied -> copied.covers(oid))) {
                leaf.add(original.getExtension(oid));
            }
        }
        if (!copies(Copied.USAGE)) {
            leaf.server();
        }
        if (!copies(Copied.KEY_IDENTIFIERS)) {
            leaf.keyIdentifiers();
        }
        if (manner.claimsDv()) {
            leaf.policy(Policy.DOMAIN_VALIDATED.oid);
        }
        if (manner.ownLog()) {
            leaf.promised(at, List.of(ownLog));
        }
        return leaf.sign();
    }

    private boolean copies(Copied what) {
        return manner.copied().contains(what);
    }

    private static X500Name host(JcaX509CertificateHolder original) {
        var names = GeneralNames.fromExtensions(original.getExtensions(), Extension.subjectAlternativeName);
        return new X500Name("CN=" + names.getNames()[0].getName());
    }
}
