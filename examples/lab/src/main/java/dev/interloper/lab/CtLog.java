package dev.interloper.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** A certificate transparency log, as far as promising goes (RFC 6962, section 3.2); it keeps no tree. */
final class CtLog {
    private static final int V1 = 0;
    private static final int CERTIFICATE_TIMESTAMP = 0;
    private static final int PRECERT_ENTRY = 1;
    private static final int SHA256 = 4;
    private static final int ECDSA = 3;

    final String operator;
    final String description;
    private final KeyPair keys;

    CtLog(String operator, String description, KeyPair keys) {
        this.operator = operator;
        this.description = description;
        this.keys = keys;
    }

    byte[] id() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A serialised SignedCertificateTimestamp over a precertificate's TBSCertificate without its poison. */
    byte[] promise(Instant at, byte[] issuerKeyHash, byte[] tbsCertificate)
            throws GeneralSecurityException, IOException {
        var signed = new ByteArrayOutputStream();
        var entry = new DataOutputStream(signed);
        entry.writeByte(V1);
        entry.writeByte(CERTIFICATE_TIMESTAMP);
        entry.writeLong(at.toEpochMilli());
        entry.writeShort(PRECERT_ENTRY);
        entry.write(issuerKeyHash);
        entry.writeByte(tbsCertificate.length >>> 16);
        entry.writeShort(tbsCertificate.length);
        entry.write(tbsCertificate);
        entry.writeShort(0);
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.getPrivate());
        signer.update(signed.toByteArray());
        byte[] signature = signer.sign();

        var sct = new ByteArrayOutputStream();
        var out = new DataOutputStream(sct);
        out.writeByte(V1);
        out.write(id());
        out.writeLong(at.toEpochMilli());
        out.writeShort(0);
        out.writeByte(SHA256);
        out.writeByte(ECDSA);
        out.writeShort(signature.length);
        out.write(signature);
        return sct.toByteArray();
    }
}
