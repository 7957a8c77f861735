package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReaders;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.message.CertificateDecompressors;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A capture file: pcap (micro- or nanoseconds, either byte order), pcapng, Microsoft Network Monitor or snoop, gzipped or not, over
 * the usual link layers and tunnels. It finds TLS in TCP connections, behind STARTTLS and proxies too, DTLS and QUIC in UDP
 * conversations, by their contents and not by ports. Reading streams: memory grows with the connections that are open at one
 * moment, not with the file.
 *
 * <pre>{@code
 * CaptureSummary summary = Capture.file(path).read(handshake -> System.out.println(handshake));
 * }</pre>
 *
 * <p>Immutable and thread-safe; each reading stands for itself.
 *
 * @since 0.1
 */
public final class Capture {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    /** Opens the capture's bytes; called once a reading. */
    @FunctionalInterface
    public interface Source {

        /**
         * Opens the bytes from their start.
         *
         * @return a stream, closed by the reader
         * @throws IOException if they cannot be opened
         */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Source source;
    private final Limits limits;
    private final KeyLog keyLog;
    private final CertificateDecompressors decompressors;
    private final boolean byTime;

    private Capture(
            String name,
            Source source,
            Limits limits,
            KeyLog keyLog,
            CertificateDecompressors decompressors,
            boolean byTime) {
        this.name = Objects.requireNonNull(name, "name");
        this.source = Objects.requireNonNull(source, "source");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.keyLog = Objects.requireNonNull(keyLog, "keyLog");
        this.decompressors = Objects.requireNonNull(decompressors, "decompressors");
        this.byTime = byTime;
    }

    private Capture(String name, Source source) {
        this(name, source, Limits.defaults(), KeyLog.empty(), CertificateDecompressors.builtIn(), false);
    }

    private HandshakeReaders readers() {
        HandshakeReaders readers = new HandshakeReaders(limits, keyLog);
        readers.decompressWith(decompressors);
        return readers;
    }

    /**
     * A capture in a file.
     *
     * @param path the file; whether it can be read shows when it is
     * @return the capture, with default limits
     */
    public static Capture file(Path path) {
        return new Capture(path.toString(), () -> Files.newInputStream(path));
    }

    /**
     * A capture from somewhere else.
     *
     * @param name what to call it in messages
     * @param source opens its bytes
     * @return the capture, with default limits
     */
    public static Capture of(String name, Source source) {
        return new Capture(name, source);
    }

    /**
     * The same capture, read within other limits.
     *
     * @param newLimits how much is kept at once
     * @return the capture
     */
    public Capture withLimits(Limits newLimits) {
        return new Capture(name, source, newLimits, keyLog, decompressors, byTime);
    }

    /**
     * The same capture, read with secrets, so that what is encrypted under them is seen too.
     *
     * @param newKeyLog the secrets; those that the capture itself holds are used besides
     * @return the capture
     */
    public Capture withKeyLog(KeyLog newKeyLog) {
        return new Capture(name, source, limits, newKeyLog, decompressors, byTime);
    }

    /**
     * The same capture, read with more ways to decompress certificates (RFC 8879) than zlib.
     *
     * @param newDecompressors what is known
     * @return the capture
     */
    public Capture withDecompressors(CertificateDecompressors newDecompressors) {
        return new Capture(name, source, limits, keyLog, newDecompressors, byTime);
    }

    /**
     * The same capture, read by the packets' times instead of in the file's order: for captures whose packets were mixed up, as
     * several capturing threads or a careless merge leave them ({@link CaptureSummary#isOutOfTimeOrder}). Packets are put in order
     * within a window of 8 MiB or 32,768 packets. A clock that was set back while capturing makes it worse, not better.
     *
     * @return the capture
     */
    public Capture inTimeOrder() {
        return new Capture(name, source, limits, keyLog, decompressors, true);
    }

    /**
     * What the capture is called in messages.
     *
     * @return its path or the name it was given
     */
    public String name() {
        return name;
    }

    /**
     * Reads all handshakes, each handed on as soon as it is over.
     *
     * @param sink takes each handshake; what it throws ends the reading and is passed on
     * @return the counts, and why the capture could not be read to its end if it could not; never throws for a capture that is
     *     broken
     */
    public CaptureSummary read(Consumer<Handshake> sink) {
        return read(Observers.collecting(readers(), sink));
    }

    /**
     * Reads all handshakes without making objects of them: for captures of many connections.
     *
     * @param listener sees each message where it lies in the reader's buffers; what it throws ends the reading and is passed on
     * @return as {@link #read} returns
     */
    public CaptureSummary watch(CaptureListener listener) {
        Objects.requireNonNull(listener, "listener");
        return read(Observers.watching(readers(), listener));
    }

    private CaptureSummary read(Observers observers) {
        Reading reading = new Reading(observers);
        try (InputStream in = source.open()) {
            reading.run(in);
        } catch (NoSuchFileException e) {
            reading.fail(CaptureProblem.Kind.UNREADABLE, "no such file");
        } catch (AccessDeniedException e) {
            reading.fail(CaptureProblem.Kind.UNREADABLE, "permission denied");
        } catch (IOException e) {
            reading.fail(CaptureProblem.Kind.UNREADABLE, "cannot be read: " + e.getMessage());
        }
        CaptureSummary summary = reading.summary();
        LOG.debug("{}", summary);
        return summary;
    }

    /**
     * Reads all handshakes into a list; for captures that are known to be small.
     *
     * @return the handshakes, in the order in which they were over
     */
    public List<Handshake> handshakes() {
        List<Handshake> handshakes = new ArrayList<>();
        read(handshakes::add);
        return List.copyOf(handshakes);
    }

    /** One pass over the file. */
    private final class Reading {

        private final ConnectionTable table;
        private final Observers observers;
        private final PacketDecoder decoder = new PacketDecoder();
        private final RawPacket packet = new RawPacket();
        private final PacketView view = new PacketView();
        private String format = "";
        private long otherPackets;
        private long read;
        private long stepsBack;
        private long latestNanos = Long.MIN_VALUE;
        private @Nullable CaptureProblem problem;

        Reading(Observers observers) {
            this.observers = observers;
            table = new ConnectionTable(limits, observers);
        }

        void run(InputStream in) throws IOException {
            try {
                PushbackInputStream start = new PushbackInputStream(in, 2);
                boolean gzip = isGzip(start);
                CaptureInput input = new CaptureInput(gzip ? gunzip(start) : start);
                PacketSource file = Formats.detect(input);
                PacketSource packets = byTime ? new TimeOrder(file) : file;
                format = packets.format() + (gzip ? " (gzip)" : "");
                KeyLog known = packets.secrets();
                observers.readers().learn(known);
                while (packets.next(packet)) {
                    if (packets.secrets() != known) {
                        known = packets.secrets();
                        observers.readers().learn(known);
                    }
                    count();
                    if (!decoder.decode(packet, view) || !table.receive(view)) {
                        otherPackets++;
                    }
                }
            } catch (CaptureException e) {
                problem = e.problem(read);
            }
            table.endAll();
        }

        private void count() {
            read = Math.max(read, packet.number);
            if (packet.arrivalNanos < latestNanos) {
                stepsBack++;
            }
            latestNanos = packet.arrivalNanos;
        }

        private InputStream gunzip(InputStream start) throws IOException, CaptureException {
            try {
                return new GZIPInputStream(start, 1 << 16);
            } catch (EOFException e) {
                throw new CaptureException(CaptureProblem.Kind.CUT_SHORT, 0, "the file ends within the gzip header");
            } catch (ZipException e) {
                throw new CaptureException(
                        CaptureProblem.Kind.MALFORMED, 0, "the gzip header is broken: " + e.getMessage());
            }
        }

        private boolean isGzip(PushbackInputStream in) throws IOException {
            byte[] magic = new byte[2];
            int read = in.readNBytes(magic, 0, 2);
            in.unread(magic, 0, read);
            return read == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        }

        void fail(CaptureProblem.Kind kind, String reason) {
            problem = new CaptureProblem(kind, 0, read, reason);
        }

        CaptureSummary summary() {
            return new CaptureSummary(
                    name, format, read, stepsBack, otherPackets, table.opened(), table.handshakes(), problem);
        }
    }

    /** The capture's name. */
    @Override
    public String toString() {
        return name;
    }
}
