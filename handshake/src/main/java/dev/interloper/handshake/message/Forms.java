package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;

/** On what a message's form depends; the DTLS versions have the forms of the TLS versions that they were made from. */
final class Forms {

    private static final int DTLS_OLD = 0x0100;
    private static final int DTLS_1_0 = 0xfeff;
    private static final int DTLS_1_3 = 0xfefc;

    private Forms() {}

    static boolean isTls13(TlsVersion version) {
        return version.isTls13() || version.code() == DTLS_1_3;
    }

    static boolean isSsl3(TlsVersion version) {
        return version.code() == TlsVersion.SSL_3_0.code();
    }

    /** Since TLS 1.2; versions that nobody knows are taken for later ones. */
    static boolean namesSignatureScheme(TlsVersion version) {
        int code = version.code();
        return code != DTLS_OLD
                && code != DTLS_1_0
                && (code < TlsVersion.SSL_3_0.code() || code > TlsVersion.TLS_1_1.code());
    }

    /** Whether it is a numbered draft of TLS 1.3 before some other. */
    static boolean isDraftBefore(TlsVersion version, int draft) {
        return version.code() >> 8 == 0x7f && (version.code() & 0xff) < draft;
    }

    /** Whether the form of a type's body depends on the version. */
    static boolean dependOnVersion(int type) {
        return switch (type) {
            case 4, 11, 12, 13, 15, 16 -> true;
            default -> false;
        };
    }
}
