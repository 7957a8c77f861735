package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * The server's half of an ephemeral key exchange up to TLS 1.2 (RFC 5246 section 7.4.3, RFC 8422 section 5.4). Which form a
 * body has depends on the cipher suite; here the form is told from the body: ECDHE with a named group, else finite-field
 * Diffie-Hellman. Other forms (PSK, SRP, RSA_EXPORT) keep only their raw body. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerKeyExchange extends HandshakeMessage {

    private static final int NAMED_CURVE = 3;

    private int namedGroup = -1;
    private Bytes publicKey = Bytes.EMPTY;
    private Bytes prime = Bytes.EMPTY;
    private Bytes generator = Bytes.EMPTY;
    private int signatureScheme = -1;
    private Bytes signature = Bytes.EMPTY;

    ServerKeyExchange(Bytes body, Provenance provenance, TlsVersion version) {
        super(HandshakeType.SERVER_KEY_EXCHANGE, body, provenance);
        boolean schemeNamed = version.code() == TlsVersion.TLS_1_2.code();
        if (!body.isEmpty() && body.at(0) == NAMED_CURVE) {
            readFields(in -> readEcdhe(in, schemeNamed));
        } else if (looksLikeDhe(body)) {
            readFields(in -> readDhe(in, schemeNamed));
        }
    }

    /**
     * <pre>{@code struct { ECCurveType curve_type; NamedCurve namedcurve; opaque point<1..2^8-1>; } ServerECDHParams;}</pre>
     */
    private void readEcdhe(WireReader in, boolean schemeNamed) throws MalformedException {
        in.u8("curve_type");
        namedGroup = in.u16("namedcurve");
        publicKey = in.vector8("point").rest();
        readSignature(in, schemeNamed);
    }

    /** <pre>{@code struct { opaque dh_p<1..2^16-1>; opaque dh_g<1..2^16-1>; opaque dh_Ys<1..2^16-1>; };}</pre> */
    private void readDhe(WireReader in, boolean schemeNamed) throws MalformedException {
        prime = in.vector16("dh_p").rest();
        generator = in.vector16("dh_g").rest();
        publicKey = in.vector16("dh_Ys").rest();
        readSignature(in, schemeNamed);
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
     * The named group of an ECDHE exchange.
     *
     * @return its 16-bit number in the IANA "TLS Supported Groups" registry; empty for other forms
     */
    public OptionalInt namedGroup() {
        return namedGroup < 0 ? OptionalInt.empty() : OptionalInt.of(namedGroup);
    }

    /**
     * The server's ephemeral public key: a point or a number.
     *
     * @return its bytes; empty where the form is not known
     */
    public Bytes publicKey() {
        return publicKey;
    }

    /**
     * The prime of a finite-field exchange.
     *
     * @return its bytes; empty for other forms
     */
    public Bytes prime() {
        return prime;
    }

    /**
     * The generator of a finite-field exchange.
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
