package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The client's half of a key exchange up to TLS 1.2 (RFC 5246 section 7.4.7). Which form a body has depends on the cipher suite;
 * where that is not known, only a point on a curve is recognised. Other forms (GOST, Kerberos, passwords on curves) keep only
 * their raw body. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ClientKeyExchange extends HandshakeMessage {

    private final KeyExchange keyExchange;
    private Bytes pskIdentity = Bytes.EMPTY;
    private Bytes publicKey = Bytes.EMPTY;
    private Bytes encryptedSecret = Bytes.EMPTY;

    ClientKeyExchange(Bytes body, Provenance provenance, TlsVersion version, KeyExchange suite) {
        super(HandshakeType.CLIENT_KEY_EXCHANGE, body, provenance);
        boolean point = !body.isEmpty() && body.at(0) == body.length() - 1;
        keyExchange = suite == KeyExchange.UNKNOWN && point ? KeyExchange.ECDH : suite;
        readFields(in -> read(in, Forms.isSsl3(version)));
    }

    /** Static Diffie-Hellman keys are in the client's certificate: then nothing is here. */
    private void read(WireReader in, boolean ssl3) throws MalformedException {
        switch (keyExchange) {
            case RSA, RSA_EXPORT ->
                encryptedSecret = ssl3
                        ? in.rest()
                        : in.vector16("encrypted_pre_master_secret").rest();
            case DH -> publicKey = in.hasRemaining() ? in.vector16("dh_Yc").rest() : Bytes.EMPTY;
            case ECDH -> publicKey = in.hasRemaining() ? in.vector8("ecdh_Yc").rest() : Bytes.EMPTY;
            case SRP -> publicKey = in.vector16("srp_A").rest();
            case PSK, RSA_PSK, DHE_PSK, ECDHE_PSK -> readPsk(in);
            default -> in.rest();
        }
    }

    private void readPsk(WireReader in) throws MalformedException {
        pskIdentity = in.vector16("psk_identity").rest();
        switch (keyExchange) {
            case RSA_PSK ->
                encryptedSecret = in.vector16("encrypted_pre_master_secret").rest();
            case DHE_PSK -> publicKey = in.vector16("dh_Yc").rest();
            case ECDHE_PSK -> publicKey = in.vector8("ecdh_Yc").rest();
            default -> {}
        }
    }

    /**
     * The key exchange whose form was read.
     *
     * @return that of the cipher suite; what the body looks like where the suite is not known
     */
    public KeyExchange keyExchange() {
        return keyExchange;
    }

    /**
     * The identity of the pre-shared key (RFC 4279 section 2).
     *
     * @return its bytes; empty for exchanges without one
     */
    public Bytes pskIdentity() {
        return pskIdentity;
    }

    /**
     * The client's public key: a point, or a number of finite-field Diffie-Hellman or SRP.
     *
     * @return its bytes; empty for other forms, and for a static key, which is in the client's certificate
     */
    public Bytes publicKey() {
        return publicKey;
    }

    /**
     * The secret that the client chose, encrypted with RSA.
     *
     * @return its bytes; empty for other forms
     */
    public Bytes encryptedPreMasterSecret() {
        return encryptedSecret;
    }
}
