package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The protection profiles for media over DTLS (RFC 5764 section 4.1.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class UseSrtp extends ExtensionBody {

    private final List<Integer> profiles = new ArrayList<>();
    private Bytes masterKeyIdentifier = Bytes.EMPTY;

    UseSrtp(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { SRTPProtectionProfiles SRTPProtectionProfiles<2..2^16-1>; opaque srtp_mki<0..255>; } UseSRTPData;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.u16(data.vector16("SRTPProtectionProfiles"), "profile", profiles);
        masterKeyIdentifier = data.vector8("srtp_mki").rest();
    }

    /**
     * The profiles.
     *
     * @return 16-bit numbers in the IANA "DTLS-SRTP Protection Profiles" registry, in the order of the wire
     */
    public List<Integer> profiles() {
        return Collections.unmodifiableList(profiles);
    }

    /**
     * What names the master key within packets.
     *
     * @return 0 to 255 bytes
     */
    public Bytes masterKeyIdentifier() {
        return masterKeyIdentifier;
    }
}
