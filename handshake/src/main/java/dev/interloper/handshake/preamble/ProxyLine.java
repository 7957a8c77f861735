package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;

/** HAProxy's PROXY protocol, version 1: {@code PROXY TCP4 source destination port port}; the server says nothing to it. */
final class ProxyLine implements UpgradeGrammar {

    private static final int MAX_LINE = 108;

    private final Upgrade.Builder notes = Upgrade.of(UpgradeProtocol.PROXY_V1);

    static Fit fits(Direction direction, Inbox in) {
        return direction == Direction.CLIENT_TO_SERVER ? in.startsWith("PROXY ") : Fit.NO;
    }

    @Override
    public Step read(Direction direction, Inbox in) {
        if (direction == Direction.SERVER_TO_CLIENT) {
            return Step.DONE;
        }
        int length = in.textLine();
        if (length == Inbox.NEVER || length > MAX_LINE || (length == Inbox.MORE && in.available() > MAX_LINE)) {
            return Step.FOREIGN;
        }
        if (length == Inbox.MORE) {
            return Step.MORE;
        }
        String line = in.latin1(0, length).strip();
        String[] words = line.split(" ", 7);
        if (words.length == 6) {
            String host = words[1].equals("TCP6") ? "[" + words[3] + "]" : words[3];
            notes.target(Bytes.copyOf((host + ":" + words[5]).getBytes(StandardCharsets.ISO_8859_1))
                    .printable());
        }
        notes.asked(in.bytes(0, length));
        in.take(length);
        return Step.DONE;
    }

    @Override
    public Upgrade.Builder notes() {
        return notes;
    }
}
