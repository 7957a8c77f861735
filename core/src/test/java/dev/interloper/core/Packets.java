package dev.interloper.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The packets of a capture (classic pcap, little-endian, raw IPv4 and TCP), connection by connection, to be put in another order. */
final class Packets {

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int TIME = 8;

    private final byte[] fileHeader;
    private final List<List<byte[]>> connections;

    private Packets(byte[] fileHeader, Collection<List<byte[]>> connections) {
        this.fileHeader = fileHeader;
        this.connections = List.copyOf(connections);
    }

    static Packets of(byte[] pcap) {
        Map<String, List<byte[]>> connections = new LinkedHashMap<>();
        int at = FILE_HEADER;
        while (at < pcap.length) {
            int end = at
                    + PACKET_HEADER
                    + ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN).getInt(at + TIME);
            byte[] packet = Arrays.copyOfRange(pcap, at, end);
            String from = sender(packet);
            String to = receiver(packet);
            String both = from.compareTo(to) < 0 ? from + to : to + from;
            connections.computeIfAbsent(both, any -> new ArrayList<>()).add(packet);
            at = end;
        }
        return new Packets(Arrays.copyOf(pcap, FILE_HEADER), connections.values());
    }

    static byte[] joined(byte[]... pcaps) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(pcaps[0], 0, FILE_HEADER);
        for (byte[] pcap : pcaps) {
            all.write(pcap, FILE_HEADER, pcap.length - FILE_HEADER);
        }
        return all.toByteArray();
    }

    int connections() {
        return connections.size();
    }

    /** Any merge of the connections, each in its own order. */
    byte[] interleaved(Random random) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            turns.addAll(Collections.nCopies(connections.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[connections.size()];
        return file(turns.stream().map(i -> connections.get(i).get(next[i]++)).toList());
    }

    byte[] oneAfterAnother(Random random) {
        List<List<byte[]>> shuffled = new ArrayList<>(connections);
        Collections.shuffle(shuffled, random);
        return file(shuffled.stream().flatMap(List::stream).toList());
    }

    /** All packets in any order, each with its time. */
    byte[] shuffled(Random random) {
        List<byte[]> all =
                new ArrayList<>(connections.stream().flatMap(List::stream).toList());
        Collections.shuffle(all, random);
        return file(all);
    }

    /** Packets with payload overtake others that the same end sent right before them; the times stay in place. */
    byte[] overtaking(Random random) {
        return file(connections.stream()
                .flatMap(one -> overtaking(one, random).stream())
                .toList());
    }

    private static List<byte[]> overtaking(List<byte[]> packets, Random random) {
        List<byte[]> changed = new ArrayList<>();
        int at = 0;
        while (at < packets.size()) {
            int end = at + 1;
            while (hasPayload(packets.get(at))
                    && end < packets.size()
                    && hasPayload(packets.get(end))
                    && sender(packets.get(end)).equals(sender(packets.get(at)))) {
                end++;
            }
            List<byte[]> run = new ArrayList<>(packets.subList(at, end));
            Collections.shuffle(run, random);
            changed.addAll(run);
            at = end;
        }
        return IntStream.range(0, packets.size())
                .mapToObj(i -> {
                    byte[] moved = changed.get(i).clone();
                    System.arraycopy(packets.get(i), 0, moved, 0, TIME);
                    return moved;
                })
                .toList();
    }

    private static boolean hasPayload(byte[] packet) {
        int ip = PACKET_HEADER;
        int headers = (packet[ip] & 15) * 4;
        int total = ((packet[ip + 2] & 255) << 8) | (packet[ip + 3] & 255);
        return total > headers + ((packet[ip + headers + 12] & 0xf0) >> 2);
    }

    private static String sender(byte[] packet) {
        return end(packet, 12, 0);
    }

    private static String receiver(byte[] packet) {
        return end(packet, 16, 2);
    }

    private static String end(byte[] packet, int address, int port) {
        int tcp = PACKET_HEADER + (packet[PACKET_HEADER] & 15) * 4;
        return HexFormat.of().formatHex(packet, PACKET_HEADER + address, PACKET_HEADER + address + 4) + ":"
                + HexFormat.of().formatHex(packet, tcp + port, tcp + port + 2);
    }

    private byte[] file(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(fileHeader);
        packets.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
