package dev.interloper.handshake.quic;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the datagrams between two UDP ports as QUIC and hands on the CRYPTO streams in them: the Initial level always, the others
 * once {@link #secrets} were given. Nothing that it is fed makes it throw. Not thread-safe.
 */
public final class QuicReader {

    /** Takes what was read. It may call {@link QuicReader#secrets}, but not {@link QuicReader#receive}. */
    public interface Sink {

        /**
         * Bytes of one side's CRYPTO stream of one level, in order, each once; good until this returns. They came with a datagram,
         * numbered by calls of {@link QuicReader#receive} from 0, that may be an earlier one than the current.
         */
        void crypto(Direction direction, QuicLevel level, long datagram, byte[] bytes, int offset, int length);

        /** Bytes of a CRYPTO stream that were told before, sent again; good until this returns. */
        default void repeated(
                Direction direction,
                QuicLevel level,
                long datagram,
                long position,
                byte[] bytes,
                int offset,
                int length) {}

        /** A packet, before the CRYPTO bytes in it; again, with its number, if it could be opened only later. */
        default void packet(Direction direction, QuicPacketInfo packet) {}

        /**
         * The client starts anew: in another version, or as another connection on the same ports. All CRYPTO streams begin again at
         * their first byte, and {@link QuicReader#secrets} are needed again.
         */
        default void restarted() {}

        /** A CONNECTION_CLOSE frame of the transport; of TLS, 0x0100 plus the alert's description (RFC 9001 section 4.8). */
        default void closed(Direction direction, QuicLevel level, long datagram, long errorCode) {}

        /** Something is malformed or cannot be opened. */
        default void problem(Direction direction, String reason) {}
    }

    /** Datagrams without news after which nothing more is expected. */
    private static final int PATIENCE = 64;

    private static final int MAX_RESTARTS = 32;
    private static final int MAX_PROBLEMS = 32;

    private final Sink sink;
    private final boolean secretsMayCome;
    private final Budget budget;
    private final Side client;
    private final Side server;
    private final InitialKeyring ring = new InitialKeyring();
    private final HeldPackets held;
    private final LongHeader header = new LongHeader();
    private final FrameReader frames = new FrameReader();
    private final List<Integer> versions = new ArrayList<>(1);
    private final List<Integer> offeredVersions = new ArrayList<>(0);
    private @Nullable TrafficKeys traffic;
    private @Nullable QuicVersion adopted;
    private int adoptedFor;
    private byte @Nullable [] originalId;
    private byte @Nullable [] retryId;
    private boolean retrySeen;
    private boolean versionNegotiationSeen;
    private byte[] plain = new byte[0];
    private long datagrams;
    private int idle;
    private int problems;
    private boolean reading;
    private boolean news;
    private boolean finished;

    /**
     * A reader of one conversation.
     *
     * @param sink takes what is read
     * @param maxBufferedBytes how many bytes may wait for earlier ones, and for keys
     * @param secretsMayCome whether to keep packets until {@link #secrets} are given
     */
    public QuicReader(Sink sink, int maxBufferedBytes, boolean secretsMayCome) {
        this.sink = sink;
        this.secretsMayCome = secretsMayCome;
        this.budget = new Budget(maxBufferedBytes);
        this.client = new Side(budget);
        this.server = new Side(budget);
        this.held = new HeldPackets(budget);
    }

    /** Whether a datagram may be the first of a client: by its content, not its ports, and without cryptography. */
    public static boolean mayStart(byte[] bytes, int offset, int length) {
        return QuicStart.isPlausible(bytes, offset, length);
    }

    /** Whether a datagram is the first of a client, or one that repeats it: its keys follow from its own connection id. */
    public static boolean opensAsClients(byte[] bytes, int offset, int length) {
        return QuicStart.opensAsClients(bytes, offset, length);
    }

    /** Takes the next datagram of the conversation; the client is who sent the first Initial packet. */
    public void receive(Direction direction, byte[] bytes, int offset, int length) {
        long datagram = datagrams++;
        if (finished || reading) {
            return;
        }
        reading = true;
        news = false;
        int end = offset + length;
        int at = offset;
        while (at < end && !finished) {
            at = packet(direction, datagram, at - offset, bytes, at, end);
        }
        openHeld();
        reading = false;
        idle = news ? 0 : idle + 1;
        if (idle >= PATIENCE) {
            finish();
        }
    }

    /**
     * Gives the secrets of the connection, once its ClientHello's random and its cipher suite are known. What waited for them is
     * opened at once, or when the datagram under way was read.
     */
    public void secrets(KeyLog log, Bytes clientRandom, int cipherSuite) {
        traffic = new TrafficKeys(log, clientRandom, cipherSuite);
        if (!traffic.knowsCipher()) {
            problem(
                    Direction.SERVER_TO_CLIENT,
                    String.format("packets of cipher suite 0x%04x cannot be opened", cipherSuite));
        }
        if (!reading) {
            reading = true;
            openHeld();
            reading = false;
        }
    }

    /** Reads one packet; returns where the next one starts. */
    private int packet(Direction direction, long datagram, int offset, byte[] bytes, int at, int end) {
        if ((bytes[at] & 0x80) == 0) {
            shortHeader(direction, datagram, offset, bytes, at, end);
            return end;
        }
        if (!header.readInvariants(bytes, at, end)) {
            problem(direction, "a long header ends after " + (end - at) + " bytes");
            return end;
        }
        if (header.version == 0) {
            versionNegotiation(direction, datagram, offset, bytes, at, end);
            return end;
        }
        QuicVersion version = version(header.version);
        if (version == null) {
            return unknownVersion(direction, datagram, offset, bytes, at, end);
        }
        if (!header.hasPlausibleIds()) {
            problem(direction, "a connection id of more than 20 bytes");
            return end;
        }
        QuicPacketType type = version.type(header.first);
        if (type == QuicPacketType.RETRY) {
            retry(direction, version, datagram, offset, bytes, at, end);
            return end;
        }
        if (!header.readLengths(bytes, end, type == QuicPacketType.INITIAL)) {
            problem(
                    direction,
                    type + " packet: longer than the " + (end - at) + " bytes that are left of its datagram");
            return end;
        }
        int next = header.end;
        switch (type) {
            case INITIAL -> initial(direction, version, datagram, offset, bytes, at);
            case HANDSHAKE -> handshake(direction, version, datagram, offset, bytes, at);
            default -> {
                news = true; // a server may be slow to answer a client that has much to say
                report(direction, type, -1, datagram, offset, bytes, at, next);
            }
        }
        return next;
    }

    private @Nullable QuicVersion version(int number) {
        QuicVersion known = QuicVersion.of(number);
        return known == null && number == adoptedFor ? adopted : known;
    }

    /** Tries a client's packet of a version that is not registered as each of those that are. */
    private int unknownVersion(Direction direction, long datagram, int offset, byte[] bytes, int at, int end) {
        if (direction == Direction.CLIENT_TO_SERVER
                && header.hasPlausibleIds()
                && !QuicVersion.isGoogles(header.version)
                && header.readLengths(bytes, end, true)) {
            room(header.end - header.number);
            for (QuicVersion candidate : QuicVersion.CANDIDATES) {
                if (candidate.type(header.first) == QuicPacketType.INITIAL
                        && ring.openWithOwn(candidate, header, bytes, at, client.largest(QuicLevel.INITIAL), plain)) {
                    adopted = candidate;
                    adoptedFor = header.version;
                    int next = header.end;
                    initialOpened(direction, datagram, offset, bytes, at);
                    return next;
                }
            }
        }
        problem(direction, String.format("version 0x%08x is unknown", header.version));
        return end;
    }

    private void initial(Direction direction, QuicVersion version, long datagram, int offset, byte[] bytes, int at) {
        room(header.end - header.number);
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        long largest = side(direction).largest(QuicLevel.INITIAL);
        news = true;
        if (ring.openWithKnown(direction, version, header, bytes, at, largest, plain)
                || (fromClient && ring.openWithOwn(version, header, bytes, at, largest, plain))) {
            initialOpened(direction, datagram, offset, bytes, at);
            return;
        }
        report(direction, QuicPacketType.INITIAL, -1, datagram, offset, bytes, at, header.end);
        if (ring.isEmpty()) {
            hold(direction, QuicLevel.INITIAL, datagram, offset, bytes, at, header.end);
        } else {
            problem(direction, "an Initial packet that no keys open");
        }
    }

    private void initialOpened(Direction direction, long datagram, int offset, byte[] bytes, int at) {
        if (direction == Direction.CLIENT_TO_SERVER && !ring.isStale() && startsAnew(bytes)) {
            restart();
        }
        report(direction, QuicPacketType.INITIAL, ring.number(), datagram, offset, bytes, at, header.end);
        if (ring.isStale()) {
            return;
        }
        if (originalId == null && direction == Direction.CLIENT_TO_SERVER) {
            originalId = header.destination(bytes).toByteArray();
        }
        opened(direction, QuicLevel.INITIAL, ring.number());
        side(direction).longHeader(header, bytes);
        if (!versions.contains(header.version)) {
            versions.add(header.version);
        }
        frames(direction, QuicLevel.INITIAL, datagram, ring.length());
    }

    /** Whether the client's packet that was opened last cannot belong to the connection that is under way. */
    private boolean startsAnew(byte[] bytes) {
        if (originalId == null) {
            return false;
        }
        if (header.version != client.version) {
            return header.version != server.version; // else the server chose it (RFC 9368 section 2.3)
        }
        boolean followsRetry = retryId != null
                && Arrays.equals(
                        retryId,
                        0,
                        retryId.length,
                        bytes,
                        header.destination,
                        header.destination + header.destinationLength);
        // after a Retry that was not captured, the client goes on counting its packets
        return ring.isFresh()
                && !followsRetry
                && !(client.hasId(bytes, header.source, header.sourceLength)
                        && ring.number() > client.largest(QuicLevel.INITIAL));
    }

    private void restart() {
        if (ring.attempt() == MAX_RESTARTS) {
            problem(Direction.CLIENT_TO_SERVER, "more than " + MAX_RESTARTS + " connections on the same ports");
            finish();
            return;
        }
        ring.restart();
        client.reset();
        server.reset();
        server.version = 0;
        originalId = null;
        retryId = null;
        traffic = null;
        held.takeAll();
        sink.restarted();
    }

    private void handshake(Direction direction, QuicVersion version, long datagram, int offset, byte[] bytes, int at) {
        side(direction).longHeader(header, bytes);
        protectedPacket(
                direction, QuicLevel.HANDSHAKE, version, datagram, offset, bytes, at, header.number, header.end);
    }

    private void shortHeader(Direction direction, long datagram, int offset, byte[] bytes, int at, int end) {
        Side receiver = side(direction.opposite());
        QuicVersion version = version(version());
        boolean isPadding = bytes[at] == 0; // the fixed bit may be zero, too (RFC 9287)
        if (receiver.hasId && version != null && !isPadding) {
            int number = at + 1 + receiver.id.length;
            protectedPacket(direction, QuicLevel.APPLICATION, version, datagram, offset, bytes, at, number, end);
        }
    }

    private void protectedPacket(
            Direction direction,
            QuicLevel level,
            QuicVersion version,
            long datagram,
            int offset,
            byte[] bytes,
            int at,
            int number,
            int end) {
        QuicPacketType type = level == QuicLevel.HANDSHAKE ? QuicPacketType.HANDSHAKE : QuicPacketType.ONE_RTT;
        TrafficKeys keys = traffic;
        if (keys == null) {
            if (level == QuicLevel.HANDSHAKE) {
                report(direction, type, -1, datagram, offset, bytes, at, end);
            }
            if (secretsMayCome) {
                hold(direction, level, datagram, offset, bytes, at, end);
            }
            return;
        }
        PacketProtection protection = keys.of(direction, level, version);
        int length = -1;
        if (protection != null) {
            room(end - at);
            length = protection.open(bytes, at, number, end, side(direction).largest(level), plain);
        }
        if (protection == null || length < 0) {
            if (level == QuicLevel.HANDSHAKE) {
                report(direction, type, -1, datagram, offset, bytes, at, end);
            }
            return;
        }
        opened(direction, level, protection.number());
        report(direction, type, protection.number(), datagram, offset, bytes, at, end);
        frames(direction, level, datagram, length);
    }

    private void retry(
            Direction direction, QuicVersion version, long datagram, int offset, byte[] bytes, int at, int end) {
        byte[] original = originalId;
        report(direction, QuicPacketType.RETRY, -1, datagram, offset, bytes, at, end);
        if (direction == Direction.CLIENT_TO_SERVER) {
            problem(direction, "a Retry from the client");
            return;
        }
        if (original != null && version.protectsRetry() && !RetryIntegrity.holds(version, original, bytes, at, end)) {
            problem(direction, "a Retry that does not answer the client's connection id");
            return;
        }
        retrySeen = true;
        news = true;
        if (retryId == null) { // of several, the client follows the first
            retryId = header.source(bytes).toByteArray();
        }
    }

    private void versionNegotiation(Direction direction, long datagram, int offset, byte[] bytes, int at, int end) {
        report(direction, QuicPacketType.VERSION_NEGOTIATION, -1, datagram, offset, bytes, at, end);
        if (direction == Direction.CLIENT_TO_SERVER || (end - header.rest) % 4 != 0) {
            problem(direction, "a malformed Version Negotiation packet");
            return;
        }
        news = !versionNegotiationSeen;
        if (!versionNegotiationSeen) {
            for (int i = header.rest; i < end && offeredVersions.size() < 64; i += 4) {
                offeredVersions.add((bytes[i] & 0xff) << 24
                        | (bytes[i + 1] & 0xff) << 16
                        | (bytes[i + 2] & 0xff) << 8
                        | (bytes[i + 3] & 0xff));
            }
        }
        versionNegotiationSeen = true;
    }

    private void opened(Direction direction, QuicLevel level, long number) {
        side(direction).opened(level, number);
    }

    private void frames(Direction direction, QuicLevel level, long datagram, int length) {
        QuicVersion version = version(side(direction).version);
        boolean isGoogles = version != null && version.hasGooglesFrames();
        String wrong = frames.read(plain, length, isGoogles, new FrameReader.Visitor() {
            @Override
            public void crypto(long offset, byte[] bytes, int at, int size) {
                CryptoStream stream = side(direction).stream(level);
                long before = stream.delivered();
                if (offset + size <= before) {
                    sink.repeated(direction, level, datagram, offset, bytes, at, size);
                }
                if (!stream.receive(
                        offset,
                        bytes,
                        at,
                        size,
                        datagram,
                        (of, piece, from, count) -> sink.crypto(direction, level, of, piece, from, count))) {
                    problem(
                            direction,
                            level + " CRYPTO bytes at " + offset + " are not kept, " + before + " were read");
                }
                news |= stream.delivered() > before;
            }

            @Override
            public void closed(long errorCode) {
                sink.closed(direction, level, datagram, errorCode);
            }
        });
        if (wrong != null) {
            problem(direction, level + " packet: " + wrong);
        }
    }

    private void hold(Direction direction, QuicLevel level, long datagram, int offset, byte[] bytes, int at, int end) {
        if (!held.add(direction, level, datagram, offset, bytes, at, end)) {
            problem(direction, level + " packet is not kept: " + budget.held() + " bytes wait already");
        }
    }

    private void openHeld() {
        boolean usable = !held.isEmpty() && (traffic != null || !ring.isEmpty());
        if (!usable) {
            return;
        }
        for (HeldPackets.Held packet : held.takeAll()) {
            boolean hasKeys = packet.level == QuicLevel.INITIAL ? !ring.isEmpty() : traffic != null;
            byte[] bytes = packet.bytes;
            if (hasKeys) {
                packet(packet.direction, packet.datagram, packet.offset, bytes, 0, bytes.length);
            } else {
                hold(packet.direction, packet.level, packet.datagram, packet.offset, bytes, 0, bytes.length);
            }
        }
    }

    private void report(
            Direction direction,
            QuicPacketType type,
            long number,
            long datagram,
            int offset,
            byte[] bytes,
            int at,
            int end) {
        boolean isShort = type == QuicPacketType.ONE_RTT;
        Side receiver = side(direction.opposite());
        sink.packet(
                direction,
                new QuicPacketInfo(
                        type,
                        isShort ? version() : header.version,
                        isShort ? Bytes.copyOf(receiver.id) : header.destination(bytes),
                        isShort ? Bytes.copyOf(new byte[0]) : header.source(bytes),
                        number,
                        datagram,
                        offset,
                        end - at));
    }

    private void room(int length) {
        if (plain.length < length) {
            plain = new byte[Math.max(length, 1500)];
        }
    }

    private void problem(Direction direction, String reason) {
        if (problems < MAX_PROBLEMS) {
            problems++;
            sink.problem(direction, reason);
        }
    }

    private Side side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    private void finish() {
        finished = true;
        client.reset();
        server.reset();
        ring.release();
        held.takeAll();
        traffic = null;
        plain = new byte[0];
    }

    /** Whether nothing more is expected: too many datagrams in a row brought nothing. What comes next is not read. */
    public boolean isFinished() {
        return finished;
    }

    /** Bytes held, roughly. */
    public int footprint() {
        TrafficKeys keys = traffic;
        return budget.held() + plain.length + ring.footprint() + (keys == null ? 0 : keys.footprint());
    }

    /** The connection id that the client chose for the server in its first packet; empty if that was not seen. */
    public Optional<Bytes> originalDestinationConnectionId() {
        return Optional.ofNullable(originalId).map(Bytes::copyOf);
    }

    /** The version that is spoken: the server's choice, else the client's; 0 if no packet was opened. */
    public int version() {
        return server.version != 0 ? server.version : client.version;
    }

    /** All versions of Initial packets that were opened, in the order of their first use. */
    public List<Integer> versions() {
        return List.copyOf(versions);
    }

    /** What the server offered in a Version Negotiation packet. */
    public List<Integer> offeredVersions() {
        return List.copyOf(offeredVersions);
    }

    /** Whether the server demanded that the client prove its address. */
    public boolean retrySeen() {
        return retrySeen;
    }

    /** Whether the server did not speak the client's version. */
    public boolean versionNegotiationSeen() {
        return versionNegotiationSeen;
    }
}
