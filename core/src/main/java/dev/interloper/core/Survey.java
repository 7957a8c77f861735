package dev.interloper.core;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.CertificateMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Collects one sighting a host and leaf over a whole capture. Of too many it keeps those with the smallest hashes, so that
 * neither the order of the connections nor their number changes what is kept.
 */
final class Survey {

    /** Hosts and leaves that are kept; a sample of so many shows what there is to show. */
    static final int MAX_SIGHTINGS = 1_000;

    private final TreeMap<String, Sighting> sightings = new TreeMap<>();

    void add(Handshake handshake) {
        ServerName host = Hosts.named(handshake).orElse(null);
        CertificateMessage message = handshake.serverCertificate().orElse(null);
        if (host == null
                || !host.isPublic()
                || message == null
                || message.entries().isEmpty()) {
            return;
        }
        add(host, message.entries().get(0).der().toByteArray());
    }

    /** A chain that was seen otherwise than in a handshake's bytes. */
    void add(ServerName host, CertificateChain chain) {
        if (host.isPublic() && chain.leaf().isPresent()) {
            try {
                add(host, chain.leaf().get().getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read has its bytes", e);
            }
        }
    }

    private void add(ServerName host, byte[] leaf) {
        String key = hash(host, leaf);
        boolean full = sightings.size() >= MAX_SIGHTINGS;
        if (sightings.containsKey(key) || (full && key.compareTo(sightings.lastKey()) > 0)) {
            return;
        }
        ForgePrint.of(CertificateChain.parse(List.of(leaf)))
                .ifPresent(print -> sightings.put(key, new Sighting(host, print)));
        if (sightings.size() > MAX_SIGHTINGS) {
            sightings.pollLastEntry();
        }
    }

    Surroundings surroundings() {
        return Surroundings.of(sightings.values());
    }

    private static String hash(ServerName host, byte[] leaf) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(host.normalized().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(leaf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
