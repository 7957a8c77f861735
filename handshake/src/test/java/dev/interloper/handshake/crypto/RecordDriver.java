package dev.interloper.handshake.crypto;

import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Feeds whole records of a connection to {@link TlsDecryption}, as an engine would, and keeps what comes out. */
public final class RecordDriver {

    /** A message that was read, in whichever protection. */
    public record Message(Direction direction, HandshakeMessage parsed, boolean decrypted) {

        public int type() {
            return parsed.type().code();
        }

        public Bytes body() {
            return parsed.body();
        }
    }

    private static final Provenance NOWHERE = new Provenance(Direction.CLIENT_TO_SERVER, 0, 0, List.of(), List.of());

    private final TlsDecryption decryption;
    private final Map<Direction, Side> sides = new EnumMap<>(Direction.class);
    private final List<Message> messages = new ArrayList<>();
    private final List<TlsDecryption.Result> results = new ArrayList<>();
    private final Map<Direction, ByteArrayOutputStream> data = new EnumMap<>(Direction.class);
    private TlsVersion version = new TlsVersion(0);

    private static final class Side {
        private byte[] bytes = new byte[0];
        private byte[] handshake = new byte[0];
        private boolean cipherSpecChanged;
    }

    /** A connection of which nothing has been seen. */
    public RecordDriver(KeyLog log) {
        decryption = new TlsDecryption(log);
        for (Direction direction : Direction.values()) {
            sides.put(direction, new Side());
            data.put(direction, new ByteArrayOutputStream());
        }
    }

    public List<Message> messages() {
        return messages;
    }

    /** Of each protected record. */
    public List<TlsDecryption.Result> results() {
        return results;
    }

    /** The application data of one direction. */
    public byte[] data(Direction direction) {
        return data(direction, new byte[0]);
    }

    private byte[] data(Direction direction, byte[] more) {
        data.get(direction).writeBytes(more);
        return data.get(direction).toByteArray();
    }

    public TlsDecryption decryption() {
        return decryption;
    }

    /** Takes the next bytes of one direction. */
    public void feed(Direction direction, byte[] bytes) {
        Side side = sides.get(direction);
        side.bytes = concat(side.bytes, bytes);
        int at = 0;
        while (at + 5 <= side.bytes.length) {
            boolean ssl2 = (side.bytes[at] & 0x80) != 0 && side.bytes[at + 2] == 1;
            int header = ssl2 ? 2 : 5;
            int length = ssl2 ? u16(side.bytes, at) & 0x7fff : u16(side.bytes, at + 3);
            if (at + header + length > side.bytes.length) {
                break;
            }
            if (ssl2) {
                ssl2Hello(Arrays.copyOfRange(side.bytes, at + 2, at + 2 + length));
            } else {
                byte[] body = Arrays.copyOfRange(side.bytes, at + 5, at + 5 + length);
                record(direction, side.bytes[at] & 0xff, u16(side.bytes, at + 1), body);
            }
            at += header + length;
        }
        side.bytes = Arrays.copyOfRange(side.bytes, at, side.bytes.length);
    }

    private void ssl2Hello(byte[] hello) {
        byte[] random = new byte[32];
        int challenge = u16(hello, 7);
        System.arraycopy(hello, hello.length - challenge, random, 32 - challenge, challenge);
        decryption.clientHello(Bytes.copyOf(random));
    }

    private void record(Direction direction, int type, int recordVersion, byte[] body) {
        boolean isProtected = type == 23 || (sides.get(direction).cipherSpecChanged && !version.isTls13());
        if (!isProtected) {
            content(direction, type, body, false);
            return;
        }
        TlsDecryption.Result result = decryption.open(direction, type, recordVersion, body, 0, body.length);
        results.add(result);
        if (result == TlsDecryption.Result.OPENED) {
            byte[] plain = Arrays.copyOf(decryption.plaintext(), decryption.plaintextLength());
            content(direction, decryption.contentType(), plain, true);
        } else if (type == 20) {
            decryption.changeCipherSpec(direction);
        }
    }

    private void content(Direction direction, int type, byte[] content, boolean decrypted) {
        Side side = sides.get(direction);
        switch (type) {
            case 20 -> {
                side.cipherSpecChanged = true;
                decryption.changeCipherSpec(direction);
            }
            case 22 -> handshake(direction, side, content, decrypted);
            case 23 -> data(direction, content);
            default -> {}
        }
    }

    private void handshake(Direction direction, Side side, byte[] content, boolean decrypted) {
        side.handshake = concat(side.handshake, content);
        int at = 0;
        while (at + 4 <= side.handshake.length) {
            int length = (side.handshake[at + 1] & 0xff) << 16 | u16(side.handshake, at + 2);
            if (at + 4 + length > side.handshake.length) {
                break;
            }
            Bytes body = Bytes.copyOf(side.handshake, at + 4, length);
            message(direction, side.handshake[at] & 0xff, body, decrypted);
            at += 4 + length;
        }
        side.handshake = Arrays.copyOfRange(side.handshake, at, side.handshake.length);
    }

    private void message(Direction direction, int type, Bytes body, boolean decrypted) {
        HandshakeMessage message = MessageParser.parse(new HandshakeType(type), body, NOWHERE, version);
        if (message instanceof ServerHello hello) {
            version = hello.selectedVersion();
        }
        messages.add(new Message(direction, message, decrypted));
        decryption.message(direction, message);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
