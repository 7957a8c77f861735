package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * The server's half of an ephemeral key exchange up to TLS 1.2 (RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279, RFC 5489,
 * RFC 5054). Which form a body has depends on the cipher suite; where that is not known, the form is told from the body: ECDHE with
 * a named group, else finite-field Diffie-Hellman, else only the raw body. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerKeyExchange extends HandshakeMessage {

    private static final int EXPLICIT_PRIME = 1;
    private static final int EXPLICIT_CHAR2 = 2;
    private static final int NAMED_CURVE = 3;
    private static final int PENTANOMIAL = 2;

    private final KeyExchange keyExchange;
    private int curveType = -1;
    private int namedGroup = -1;
    private Bytes pskIdentityHint = Bytes.EMPTY;
    private Bytes publicKey = Bytes.EMPTY;
    private Bytes prime = Bytes.EMPTY;
    private Bytes generator = Bytes.EMPTY;
    private Bytes salt = Bytes.EMPTY;
    private int signatureScheme = -1;
    private Bytes signature = Bytes.EMPTY;

    ServerKeyExchange(Bytes body, Provenance provenance, TlsVersion version, KeyExchange suite) {
        super(HandshakeType.SERVER_KEY_EXCHANGE, body, provenance);
        keyExchange = suite == KeyExchange.UNKNOWN ? told(body) : suite;
        boolean schemeNamed = Forms.namesSignatureScheme(version);
        readFields(in -> read(in, schemeNamed));
    }

    private static KeyExchange told(Bytes body) {
        if (!body.isEmpty() && body.at(0) == NAMED_CURVE) {
            return KeyExchange.ECDH;
        }
        return looksLikeDhe(body) ? KeyExchange.DH : KeyExchange.UNKNOWN;
    }

    private void read(WireReader in, boolean schemeNamed) throws MalformedException {
        switch (keyExchange) {
            case ECDH -> {
                readEcdhe(in);
                readSignature(in, schemeNamed);
            }
            case DH -> {
                readDhe(in);
                readSignature(in, schemeNamed);
            }
            case RSA_EXPORT -> {
                readRsa(in);
                readSignature(in, schemeNamed);
            }
            case SRP -> {
                readSrp(in);
                readSignature(in, schemeNamed);
            }
            case PSK, RSA_PSK -> readHint(in);
            case DHE_PSK -> {
                readHint(in);
                readDhe(in);
            }
            case ECDHE_PSK -> {
                readHint(in);
                readEcdhe(in);
            }
            default -> in.rest();
        }
    }

    /**
     * <pre>{@code struct { ECCurveType curve_type; NamedCurve namedcurve; opaque point<1..2^8-1>; } ServerECDHParams;}</pre>
     */
    private void readEcdhe(WireReader in) throws MalformedException {
        curveType = in.u8("curve_type");
        switch (curveType) {
            case EXPLICIT_PRIME -> {
                prime = in.vector8("prime_p").rest();
                readExplicitCurve(in);
            }
            case EXPLICIT_CHAR2 -> {
                in.u16("m");
                int terms = in.u8("basis") == PENTANOMIAL ? 3 : 1;
                for (int i = 0; i < terms; i++) {
                    in.vector8("k");
                }
                readExplicitCurve(in);
            }
            case NAMED_CURVE -> namedGroup = in.u16("namedcurve");
            default -> throw in.malformed("curve_type", "1, 2 or 3", String.valueOf(curveType));
        }
        publicKey = in.vector8("point").rest();
    }

    /** <pre>{@code struct { opaque a<1..2^8-1>; opaque b<1..2^8-1>; } ECCurve; ECPoint base; order; cofactor;}</pre> */
    private void readExplicitCurve(WireReader in) throws MalformedException {
        in.vector8("curve.a");
        in.vector8("curve.b");
        generator = in.vector8("base").rest();
        in.vector8("order");
        in.vector8("cofactor");
    }

    /** <pre>{@code struct { opaque dh_p<1..2^16-1>; opaque dh_g<1..2^16-1>; opaque dh_Ys<1..2^16-1>; };}</pre> */
    private void readDhe(WireReader in) throws MalformedException {
        prime = in.vector16("dh_p").rest();
        generator = in.vector16("dh_g").rest();
        publicKey = in.vector16("dh_Ys").rest();
    }

    /** <pre>{@code struct { opaque rsa_modulus<1..2^16-1>; opaque rsa_exponent<1..2^16-1>; } ServerRSAParams;}</pre> */
    private void readRsa(WireReader in) throws MalformedException {
        publicKey = in.vector16("rsa_modulus").rest();
        generator = in.vector16("rsa_exponent").rest();
    }

    /**
     * <pre>{@code struct { opaque srp_N<1..2^16-1>; opaque srp_g<1..2^16-1>; opaque srp_s<1..2^8-1>; opaque srp_B<1..2^16-1>;
     * } ServerSRPParams;}</pre>
     */
    private void readSrp(WireReader in) throws MalformedException {
        prime = in.vector16("srp_N").rest();
        generator = in.vector16("srp_g").rest();
        salt = in.vector8("srp_s").rest();
        publicKey = in.vector16("srp_B").rest();
    }

    private void readHint(WireReader in) throws MalformedException {
        pskIdentityHint = in.vector16("psk_identity_hint").rest();
    }

    /** Anonymous suites sign nothing. */
    private void readSignature(WireReader in, boolean schemeNamed) throws MalformedException {
        if (!in.hasRemaining()) {
            return;
        }
        if (schemeNamed) {
            signatureScheme = in.u16("algorithm");
        }
        signature = in.vector16("signature").rest();
    }

    private static boolean looksLikeDhe(Bytes body) {
        try {
            WireReader in = body.reader();
            int prime = in.vector16("dh_p").remaining();
            int generator = in.vector16("dh_g").remaining();
            int key = in.vector16("dh_Ys").remaining();
            return prime >= 32 && generator >= 1 && generator <= prime && key >= 1 && key <= prime;
        } catch (MalformedException e) {
            return false;
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
     * How the curve of an ECDHE exchange is given: by name (3) or by its parameters (1, 2).
     *
     * @return its number in the IANA "TLS EC Curve Types" registry; empty for other forms
     */
    public OptionalInt curveType() {
        return curveType < 0 ? OptionalInt.empty() : OptionalInt.of(curveType);
    }

    /**
     * What helps the client to choose a pre-shared key (RFC 4279 section 2).
     *
     * @return its bytes; empty for exchanges without one
     */
    public Bytes pskIdentityHint() {
        return pskIdentityHint;
    }

    /**
     * The salt of the client's password (RFC 5054 section 2.8.2).
     *
     * @return its bytes; empty for exchanges other than SRP
     */
    public Bytes salt() {
        return salt;
    }

    /**
     * The named group of an ECDHE exchange.
     *
     * @return its 16-bit number in the IANA "TLS Supported Groups" registry; empty for other forms
     */
    public OptionalInt namedGroup() {
        return namedGroup < 0 ? OptionalInt.empty() : OptionalInt.of(namedGroup);
    }

    /**
     * The server's ephemeral public key: a point or a number, the modulus for RSA.
     *
     * @return its bytes; empty where the form is not known
     */
    public Bytes publicKey() {
        return publicKey;
    }

    /**
     * The prime of a finite-field exchange, of SRP or of a curve given by its parameters.
     *
     * @return its bytes; empty for other forms
     */
    public Bytes prime() {
        return prime;
    }

    /**
     * The generator of a finite-field exchange or of SRP, the base point of a curve given by its parameters, or the exponent of RSA.
     *
     * @return its bytes; empty for other forms
     */
    public Bytes generator() {
        return generator;
    }

    /**
     * The algorithm of the signature; only TLS 1.2 names it here.
     *
     * @return its 16-bit number in the IANA "TLS SignatureScheme" registry; empty before TLS 1.2 or without a signature
     */
    public OptionalInt signatureScheme() {
        return signatureScheme < 0 ? OptionalInt.empty() : OptionalInt.of(signatureScheme);
    }

    /**
     * The signature over the exchange.
     *
     * @return its bytes; empty for anonymous suites
     */
    public Bytes signature() {
        return signature;
    }
}
