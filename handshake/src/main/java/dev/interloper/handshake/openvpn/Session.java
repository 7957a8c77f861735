package dev.interloper.handshake.openvpn;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.util.Optional;

/** A control channel of which one packet has been recognised: what both directions have in common. Not thread-safe. */
public final class Session {

    final int authentication;
    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.OPENVPN);
    private long clientSession;
    private long serverSession;

    private Session(int authentication) {
        this.authentication = authentication;
    }

    /** What a packet is to the reading of TLS. */
    enum Part {
        /** Its bytes may be the next ones. */
        MESSAGE,
        /** It has none, or they belong to something else. */
        NOTHING
    }

    /**
     * The channel that a packet opens.
     *
     * @param direction which way it travelled
     * @param bytes an array that holds it, or at least its first {@link Opening#MOST} bytes
     * @param at index of its first byte
     * @param available how many bytes of it are there
     * @param length its length
     * @return empty if it opens none
     */
    public static Optional<Session> openedBy(Direction direction, byte[] bytes, int at, int available, int length) {
        int authentication = Opening.authentication(direction, bytes, at, available, length);
        return authentication < 0 ? Optional.empty() : Optional.of(new Session(authentication));
    }

    /** Takes the header of a packet; the header's bytes are kept where they are a reset's. */
    Part take(Direction direction, PacketHeader header, byte[] bytes, int at, int length) {
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        long known = fromClient ? clientSession : serverSession;
        if (header.keyId != 0 || (known != 0 && known != header.session)) {
            return Part.NOTHING;
        }
        if (fromClient) {
            clientSession = header.session;
        } else {
            serverSession = header.session;
        }
        if (known == 0 && Opcode.isReset(header.opcode)) {
            note(fromClient, Bytes.copyOf(bytes, at, length));
        }
        return header.opcode == Opcode.CONTROL ? Part.MESSAGE : Part.NOTHING;
    }

    private void note(boolean fromClient, Bytes reset) {
        if (fromClient) {
            notes.asked(reset);
        } else {
            notes.answered(Upgrade.Answer.ACCEPTED, reset, -1);
        }
    }

    /**
     * What was said before TLS: both ends' resets.
     *
     * @return an immutable copy
     */
    public Upgrade upgrade() {
        return notes.build();
    }
}
