package dev.interloper.certs.transparency;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The certificate messages that stand in the clear in a clean capture (pcap, Ethernet, IPv4, TLS 1.2). For tests only: what
 * reads captures in earnest is another module, which this one does not know.
 */
final class CapturedCertificates {
    private CapturedCertificates() {}

    static List<List<byte[]>> of(Path pcap) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(pcap)).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, NavigableMap<Long, byte[]>> flows = new HashMap<>();
        file.position(24);
        while (file.remaining() >= 16) {
            int length = file.getInt(file.position() + 8);
            file.position(file.position() + 16);
            byte[] packet = new byte[length];
            file.get(packet);
            segment(packet, flows);
        }
        List<List<byte[]>> messages = new ArrayList<>();
        for (NavigableMap<Long, byte[]> flow : flows.values()) {
            try {
                handshake(records(joined(flow)), messages);
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                // the capture ends within a message
            }
        }
        return messages;
    }

    private static void segment(byte[] octets, Map<String, NavigableMap<Long, byte[]>> flows) {
        ByteBuffer packet = ByteBuffer.wrap(octets);
        if (packet.limit() < 54 || packet.getShort(12) != 0x0800 || packet.get(23) != 6) {
            return;
        }
        int tcp = 14 + (packet.get(14) & 0xf) * 4;
        int end = 14 + (packet.getShort(16) & 0xffff);
        int start = tcp + ((packet.get(tcp + 12) >> 4) & 0xf) * 4;
        if (end <= start || end > packet.limit()) {
            return;
        }
        byte[] payload = new byte[end - start];
        packet.get(start, payload);
        String flow = HexFormat.of().formatHex(octets, 26, 34) + HexFormat.of().formatHex(octets, tcp, tcp + 4);
        long sequence = packet.getInt(tcp + 4) & 0xffff_ffffL;
        flows.computeIfAbsent(flow, f -> new TreeMap<>()).putIfAbsent(sequence, payload);
    }

    private static ByteBuffer joined(NavigableMap<Long, byte[]> flow) {
        long first = flow.firstKey();
        int size = (int)
                Math.min(1 << 20, flow.lastKey() - first + flow.lastEntry().getValue().length);
        ByteBuffer all = ByteBuffer.allocate(size);
        for (Map.Entry<Long, byte[]> segment : flow.entrySet()) {
            int at = (int) (segment.getKey() - first);
            if (at <= all.position() && at + segment.getValue().length <= size) {
                all.position(at).put(segment.getValue());
            }
        }
        return all.flip();
    }

    /** Handshake records up to the first of another kind. */
    private static ByteBuffer records(ByteBuffer stream) {
        ByteBuffer messages = ByteBuffer.allocate(stream.limit());
        while (stream.remaining() > 5 && stream.get(stream.position()) == 22) {
            int length = stream.getShort(stream.position() + 3) & 0xffff;
            stream.position(stream.position() + 5);
            byte[] record = new byte[Math.min(length, stream.remaining())];
            stream.get(record);
            messages.put(record);
        }
        return messages.flip();
    }

    private static void handshake(ByteBuffer messages, List<List<byte[]>> into) {
        while (messages.remaining() > 4) {
            int type = messages.get();
            int end = uint24(messages) + messages.position();
            if (type == 11) {
                List<byte[]> certificates = new ArrayList<>();
                uint24(messages);
                while (messages.position() < end) {
                    byte[] certificate = new byte[uint24(messages)];
                    messages.get(certificate);
                    certificates.add(certificate);
                }
                if (!certificates.isEmpty()) { // a client without one says so
                    into.add(certificates);
                }
            }
            messages.position(end);
        }
    }

    private static int uint24(ByteBuffer buffer) {
        return ((buffer.get() & 0xff) << 16) | (buffer.getShort() & 0xffff);
    }
}
