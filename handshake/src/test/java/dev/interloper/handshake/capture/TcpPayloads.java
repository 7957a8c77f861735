package dev.interloper.handshake.capture;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A capture's TCP payloads in the order of their bytes, put together in the simplest way that does. */
public final class TcpPayloads {

    /** Takes what is in order. */
    public interface Sink {
        void receive(String client, String server, Direction direction, byte[] bytes);
    }

    private static final int MAX_PENDING = 256;

    private static final class Flow {
        private boolean started;
        private int next;
        private final Map<Integer, byte[]> pending = new TreeMap<>();
    }

    private final Sink sink;
    private final Map<String, Flow> flows = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();

    private TcpPayloads(Sink sink) {
        this.sink = sink;
    }

    public static void of(Path file, Sink sink) throws IOException {
        new TcpPayloads(sink).read(file);
    }

    private void read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            PacketSource packets = Formats.detect(new CaptureInput(gzip ? new GZIPInputStream(raw) : raw));
            PacketDecoder decoder = new PacketDecoder();
            RawPacket packet = new RawPacket();
            PacketView tcp = new PacketView();
            while (packets.next(packet)) {
                if (decoder.decode(packet, tcp)) {
                    segment(tcp);
                }
            }
        } catch (CaptureException e) {
            return; // the packets before it have been read
        }
    }

    private void segment(PacketView tcp) throws IOException {
        String from = endpoint(tcp, tcp.sourceAddress, tcp.sourcePort);
        String to = endpoint(tcp, tcp.destinationAddress, tcp.destinationPort);
        boolean syn = tcp.has(PacketView.SYN);
        String pair = from.compareTo(to) < 0 ? from + " " + to : to + " " + from;
        if (syn && !tcp.has(PacketView.ACK)) {
            clients.put(pair, from);
        }
        String guess = tcp.sourcePort >= tcp.destinationPort ? from : to;
        String client = clients.computeIfAbsent(pair, key -> guess);
        Flow flow = flows.computeIfAbsent(from + ">" + to, key -> new Flow());
        if (syn) {
            flow.started = true;
            flow.next = tcp.sequence + 1;
            flow.pending.clear();
        }
        if (tcp.payloadCaptured <= 0 || tcp.payloadLength > tcp.payloadCaptured) {
            return;
        }
        int at = tcp.sequence + (syn ? 1 : 0);
        if (!flow.started) {
            flow.started = true;
            flow.next = at;
        }
        if (flow.pending.size() < MAX_PENDING) {
            flow.pending.put(at, Arrays.copyOfRange(tcp.buffer, tcp.payload, tcp.payload + tcp.payloadCaptured));
        }
        boolean fromClient = from.equals(client);
        Direction direction = fromClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        for (byte[] bytes = next(flow); bytes.length > 0; bytes = next(flow)) {
            sink.receive(client, fromClient ? to : from, direction, bytes);
        }
    }

    private static byte[] next(Flow flow) {
        for (Map.Entry<Integer, byte[]> entry : flow.pending.entrySet()) {
            int known = flow.next - entry.getKey();
            if (known >= 0) {
                flow.pending.remove(entry.getKey());
                byte[] bytes = entry.getValue();
                if (known >= bytes.length) {
                    return next(flow);
                }
                flow.next += bytes.length - known;
                return Arrays.copyOfRange(bytes, known, bytes.length);
            }
        }
        return new byte[0];
    }

    private static String endpoint(PacketView tcp, int address, int port) throws IOException {
        byte[] bytes = Arrays.copyOfRange(tcp.buffer, address, address + tcp.addressLength);
        return new Endpoint(InetAddress.getByAddress(bytes), port).toString();
    }
}
