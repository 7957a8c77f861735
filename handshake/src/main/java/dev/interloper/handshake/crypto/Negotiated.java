package dev.interloper.handshake.crypto;

import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;

/**
 * What of a ServerHello decides about keys.
 *
 * @param version the version that it selects
 * @param cipherSuite the suite's number
 * @param random the server's random
 * @param sessionId its session id
 * @param encryptThenMac whether it agrees to RFC 7366
 * @param extendedMasterSecret whether it agrees to RFC 7627
 * @param compressed whether records will be compressed before TLS 1.3
 */
public record Negotiated(
        TlsVersion version,
        int cipherSuite,
        Bytes random,
        Bytes sessionId,
        boolean encryptThenMac,
        boolean extendedMasterSecret,
        boolean compressed) {

    private static final int ENCRYPT_THEN_MAC = 22;
    private static final int EXTENDED_MASTER_SECRET = 23;

    /** What a ServerHello says. */
    public static Negotiated of(ServerHello hello) {
        return new Negotiated(
                hello.selectedVersion(),
                hello.cipherSuite(),
                hello.random(),
                hello.sessionId(),
                hello.extension(ENCRYPT_THEN_MAC).isPresent(),
                hello.extension(EXTENDED_MASTER_SECRET).isPresent(),
                hello.compressionMethod() != 0);
    }

    boolean isTls13() {
        return version.isTls13();
    }
}
