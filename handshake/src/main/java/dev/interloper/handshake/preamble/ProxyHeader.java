package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.nio.charset.StandardCharsets;

/** HAProxy's PROXY protocol, version 2; the server says nothing to it. */
final class ProxyHeader implements UpgradeGrammar {

    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = 16;
    private static final int TCP_4 = 0x11;
    private static final int TCP_6 = 0x21;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.PROXY_V2);

    static Fit fits(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? in.startsWith(SIGNATURE) : Fit.NO;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (direction == Direction.SERVER_TO_CLIENT) {
            return Step.DONE;
        }
        if (in.available() < FIXED) {
            return Step.MORE;
        }
        int addresses = addressLength(in.u8(13));
        int length = in.u16(14);
        if (in.u8(12) >> 4 != 2 || length < addresses) {
            return Step.FOREIGN;
        }
        if (in.available() < FIXED + addresses) {
            return Step.MORE;
        }
        if (addresses > 0) {
            int each = (addresses - 4) / 2;
            notes.target(Addresses.of(in.bytes(FIXED + each, each), in.u16(FIXED + 2 * each + 2)));
        }
        notes.asked(in.bytes(0, FIXED + addresses));
        in.take((long) FIXED + length);
        return Step.DONE;
    }

    private static int addressLength(int family) {
        return family == TCP_4 ? 12 : family == TCP_6 ? 36 : 0;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
