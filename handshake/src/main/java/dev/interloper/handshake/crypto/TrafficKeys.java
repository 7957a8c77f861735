package dev.interloper.handshake.crypto;

import dev.interloper.handshake.crypto.AeadProtection.AdditionalData;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** The protection that follows from a traffic secret of TLS 1.3 or DTLS 1.3 (RFC 8446 section 7.3). */
public final class TrafficKeys {

    /** TLS 1.3's labels start like this. */
    public static final String TLS = "tls13 ";

    /** DTLS 1.3's labels start like this (RFC 9147 section 5.9). */
    public static final String DTLS = "dtls13";

    private static final String EARLY_DRAFTS = "TLS 1.3, ";
    private static final int DRAFT_WITH_NEW_LABELS = 20;
    private static final int DRAFT_WITH_ADDITIONAL_DATA = 25;
    private static final int IV_LENGTH = 12;

    private final CipherSuiteParameters suite;
    private final String labels;
    private final AdditionalData additionalData;

    private TrafficKeys(CipherSuiteParameters suite, String labels, AdditionalData additionalData) {
        this.suite = suite;
        this.labels = labels;
        this.additionalData = additionalData;
    }

    /** As RFC 8446 has them. */
    public static TrafficKeys tls(CipherSuiteParameters suite) {
        return new TrafficKeys(suite, TLS, AdditionalData.HEADER);
    }

    /** As RFC 9147 has them; records are to be opened with the additional data given. */
    public static TrafficKeys dtls(CipherSuiteParameters suite) {
        return new TrafficKeys(suite, DTLS, AdditionalData.HEADER);
    }

    /** As a draft of TLS 1.3 has them. */
    public static TrafficKeys draft(CipherSuiteParameters suite, int number) {
        return new TrafficKeys(
                suite,
                number < DRAFT_WITH_NEW_LABELS ? EARLY_DRAFTS : TLS,
                number < DRAFT_WITH_ADDITIONAL_DATA ? AdditionalData.NONE : AdditionalData.HEADER);
    }

    /** The protection of the records under a secret; empty if this platform's ciphers do not do. */
    public Optional<RecordProtection> protection(byte[] trafficSecret) {
        try {
            byte[] key = expand(trafficSecret, "key", suite.keyLength());
            byte[] iv = expand(trafficSecret, "iv", IV_LENGTH);
            return Optional.of(new AeadProtection(KeyBlock.aead(suite, key), iv, additionalData));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The secret after a KeyUpdate (RFC 8446 section 7.2). */
    public Optional<byte[]> next(byte[] trafficSecret) {
        try {
            return Optional.of(expand(
                    trafficSecret,
                    labels.equals(EARLY_DRAFTS) ? "application traffic secret" : "traffic upd",
                    suite.usesSha384() ? 48 : 32));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Any other key that a label of this version makes of a secret, such as {@code sn} of DTLS 1.3. */
    public byte[] expand(byte[] secret, String label, int length) throws GeneralSecurityException {
        return suite.hkdf().expandPrefixedLabel(secret, labels + label, length);
    }
}
