package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A log with a key of its own, which signs what tests ask it to, by its own reading of RFC 6962. */
final class TestLog {
    final String operator;
    final KeyPair key;
    private String state = "\"usable\": {\"timestamp\": \"2020-01-01T00:00:00Z\"}";
    private String more = "";
    private boolean tiled;

    TestLog(String operator, KeyPair key) {
        this.operator = operator;
        this.key = key;
    }

    TestLog state(String name, String since) {
        state = "\"" + name + "\": {\"timestamp\": \"" + since + "\"}";
        return this;
    }

    TestLog interval(String start, String end) {
        more += ", \"temporal_interval\": {\"start_inclusive\": \"" + start + "\", \"end_exclusive\": \"" + end + "\"}";
        return this;
    }

    TestLog formerly(String name, String until) {
        more += ", \"previous_operators\": [{\"name\": \"" + name + "\", \"end_time\": \"" + until + "\"}]";
        return this;
    }

    TestLog tiled() {
        tiled = true;
        return this;
    }

    byte[] id() {
        return Hashes.sha256(key.getPublic().getEncoded());
    }

    PublicKeyHash hash() {
        return PublicKeyHash.of(key.getPublic());
    }

    String json() {
        return "{\"description\": \"" + operator + " log\", \"log_id\": \"" + hash().base64() + "\", \"key\": \""
                + Base64.getEncoder().encodeToString(key.getPublic().getEncoded()) + "\", \"mmd\": 86400, \"state\": {"
                + state + "}" + more + "}";
    }

    static String json(String date, TestLog... logs) {
        String operators = List.of(logs).stream()
                .map(l -> "{\"name\": \"" + l.operator + "\", \"" + (l.tiled ? "tiled_logs" : "logs") + "\": ["
                        + l.json() + "]}")
                .collect(Collectors.joining(", "));
        return "{\"version\": \"1.2\", \"log_list_timestamp\": \"" + date + "\", \"operators\": [" + operators + "]}";
    }

    static LogList list(String date, TestLog... logs) {
        try {
            return LogList.parse(json(date, logs));
        } catch (LogListException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An SCT over a precertificate entry. */
    byte[] signPrecert(Instant at, byte[] issuerSpki, byte[] tbs) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(new byte[] {0, 1});
        entry.writeBytes(Hashes.sha256(issuerSpki));
        entry.writeBytes(new byte[] {(byte) (tbs.length >> 16), (byte) (tbs.length >> 8), (byte) tbs.length});
        entry.writeBytes(tbs);
        return sct(at, entry.toByteArray());
    }

    /** An SCT over a certificate. */
    byte[] signCertificate(Instant at, byte[] der) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(new byte[] {0, 0, (byte) (der.length >> 16), (byte) (der.length >> 8), (byte) der.length});
        entry.writeBytes(der);
        return sct(at, entry.toByteArray());
    }

    private byte[] sct(Instant at, byte[] entry) {
        byte[] millis = ByteBuffer.allocate(8).putLong(at.toEpochMilli()).array();
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(new byte[] {0, 0});
        signed.writeBytes(millis);
        signed.writeBytes(entry);
        signed.writeBytes(new byte[] {0, 0});
        boolean rsa = key.getPrivate().getAlgorithm().equals("RSA");
        byte[] signature = sign(rsa ? "SHA256withRSA" : "SHA256withECDSA", signed.toByteArray());
        ByteArrayOutputStream sct = new ByteArrayOutputStream();
        sct.write(0);
        sct.writeBytes(id());
        sct.writeBytes(millis);
        sct.writeBytes(new byte[] {0, 0, 4, (byte) (rsa ? 1 : 3)});
        sct.writeBytes(new byte[] {(byte) (signature.length >> 8), (byte) signature.length});
        sct.writeBytes(signature);
        return sct.toByteArray();
    }

    private byte[] sign(String algorithm, byte[] octets) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(octets);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SCTs as a list. */
    static byte[] listOf(List<byte[]> scts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] sct : scts) {
            all.writeBytes(new byte[] {(byte) (sct.length >> 8), (byte) sct.length});
            all.writeBytes(sct);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) (all.size() >> 8), (byte) all.size()});
        out.writeBytes(all.toByteArray());
        return out.toByteArray();
    }

    static String hexListOf(byte[]... scts) {
        return HexFormat.of().formatHex(listOf(List.of(scts)));
    }
}
