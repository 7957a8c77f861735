package dev.interloper.core.signal;

import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.transparency.LogListException;
import dev.interloper.certs.transparency.TransparencyEvaluator;
import dev.interloper.certs.transparency.TransparencyRequest;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Observation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;

/** Logs of certificate transparency that sign what they are shown, and certificates made with them (RFC 6962 section 3.2). */
final class Logs {

    static final String KESTREL = "kestrel log";
    static final String OSPREY = "osprey log";

    private static final ASN1ObjectIdentifier SCTS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    private static final long SIGNED = TestPki.NOW.minus(Duration.ofDays(30)).toEpochMilli();

    private Logs() {}

    /** Both logs are known; any other is not. */
    private static LogList list() {
        String operators = Stream.of(KESTREL, OSPREY)
                .map(name -> "{\"name\": \"" + name + "\", \"logs\": [{\"description\": \"" + name
                        + "\", \"log_id\": \""
                        + Base64.getEncoder().encodeToString(id(name)) + "\", \"key\": \""
                        + Base64.getEncoder()
                                .encodeToString(TestPki.key(name).getPublic().getEncoded())
                        + "\", \"mmd\": 86400, \"state\": {\"usable\": {\"timestamp\": \"2020-01-01T00:00:00Z\"}}}]}")
                .collect(Collectors.joining(", "));
        try {
            return LogList.parse(
                    "{\"version\": \"1.2\", \"log_list_timestamp\": \"2026-06-01T00:00:00Z\", \"operators\": ["
                            + operators + "]}");
        } catch (LogListException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows a certificate in the making to logs, and puts their timestamps into it. */
    static X509Certificate logged(Minting minting, KeyPair issuer, String... logs) {
        X509Certificate shown = minting.withoutTimestamps().mint();
        return withTimestamps(
                minting,
                Arrays.stream(logs).map(log -> timestamp(log, shown, issuer)).toArray(byte[][]::new));
    }

    static X509Certificate withTimestamps(Minting minting, byte[]... timestamps) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] timestamp : timestamps) {
            all.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) timestamp.length).array());
            all.writeBytes(timestamp);
        }
        return minting.extension(SCTS, false, new DEROctetString(joined(number(all.size(), 2), all.toByteArray())))
                .mint();
    }

    /** The timestamps of one certificate put into another. */
    static X509Certificate copied(X509Certificate genuine, Minting into) {
        byte[] value = ASN1OctetString.getInstance(genuine.getExtensionValue(SCTS.getId()))
                .getOctets();
        return into.extension(
                        SCTS,
                        false,
                        new DEROctetString(ASN1OctetString.getInstance(value).getOctets()))
                .mint();
    }

    /** What a log says of a certificate that it was shown without any timestamp in it. */
    static byte[] timestamp(String log, X509Certificate shown, KeyPair issuer) {
        try {
            byte[] tbs = shown.getTBSCertificate();
            byte[] millis = ByteBuffer.allocate(8).putLong(SIGNED).array();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(TestPki.key(log).getPrivate());
            signature.update(joined(
                    new byte[] {0, 0},
                    millis,
                    new byte[] {0, 1},
                    sha256(issuer.getPublic().getEncoded()),
                    number(tbs.length, 3),
                    tbs,
                    new byte[2]));
            byte[] signed = signature.sign();
            return joined(new byte[1], id(log), millis, new byte[] {0, 0, 4, 3}, number(signed.length, 2), signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A chain beside which these logs were asked. */
    static Observation seen(String host, X509Certificate... chain) {
        TrustReport trust = Seen.chain(host, chain).trust().orElseThrow();
        return Seen.builder(host, chain)
                .transparency(TransparencyEvaluator.of(list(), List.of()).evaluate(TransparencyRequest.of(trust)))
                .build();
    }

    private static byte[] id(String log) {
        return sha256(TestPki.key(log).getPublic().getEncoded());
    }

    private static byte[] number(int value, int octets) {
        return Arrays.copyOfRange(ByteBuffer.allocate(4).putInt(value).array(), 4 - octets, 4);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
