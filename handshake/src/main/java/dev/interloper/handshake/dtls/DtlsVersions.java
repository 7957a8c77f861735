package dev.interloper.handshake.dtls;

/** Version numbers, which descend: the ones' complement of 1.0, 1.2 and 1.3. */
final class DtlsVersions {

    /** What OpenSSL took for DTLS 1.0 before RFC 4347 was final; Cisco AnyConnect kept it. */
    static final int BEFORE_RFC_4347 = 0x0100;

    static final int DTLS_1_2 = 0xfefd;
    static final int DTLS_1_3 = 0xfefc;

    private DtlsVersions() {}

    static boolean isKnown(int version) {
        return (version >= DTLS_1_3 && version <= 0xfeff) || version == BEFORE_RFC_4347;
    }
}
