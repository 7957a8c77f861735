package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A key with which SRTP keys are encrypted (RFC 8870 section 5.2.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class EktKey extends HandshakeMessage {

    private Bytes keyValue = Bytes.EMPTY;
    private Bytes srtpMasterSalt = Bytes.EMPTY;
    private int securityParameterIndex;
    private int timeToLiveSeconds;

    EktKey(Bytes body, Provenance provenance) {
        super(HandshakeType.EKT_KEY, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { opaque ekt_key_value<1..256>; opaque srtp_master_salt<1..256>; uint16 ekt_spi; uint24 ekt_ttl; } EKTKey;}</pre> */
    private void read(WireReader in) throws MalformedException {
        keyValue = in.vector16("ekt_key_value").rest();
        srtpMasterSalt = in.vector16("srtp_master_salt").rest();
        securityParameterIndex = in.u16("ekt_spi");
        timeToLiveSeconds = in.u24("ekt_ttl");
    }

    /**
     * The key.
     *
     * @return 1 to 256 bytes
     */
    public Bytes keyValue() {
        return keyValue;
    }

    /**
     * The salt of the SRTP keys.
     *
     * @return 1 to 256 bytes
     */
    public Bytes srtpMasterSalt() {
        return srtpMasterSalt;
    }

    /**
     * The index by which packets name the key.
     *
     * @return 0 to 65,535
     */
    public int securityParameterIndex() {
        return securityParameterIndex;
    }

    /**
     * How long the key may be used.
     *
     * @return seconds
     */
    public int timeToLiveSeconds() {
        return timeToLiveSeconds;
    }
}
