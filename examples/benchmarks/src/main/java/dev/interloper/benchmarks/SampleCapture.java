package dev.interloper.benchmarks;

import java.util.Arrays;

/** A capture file in memory: connections that overlap, of one handshake each, in segments of 1,448 bytes. */
final class SampleCapture {

    static final int CONNECTIONS = 100;

    private static final int SEGMENT = 1448;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private final Wire file = new Wire();
    private long micros;

    private SampleCapture() {}

    /** A pcap file, of Ethernet and IPv4. */
    static byte[] bytes() {
        SampleCapture capture = new SampleCapture();
        capture.file.u32(0xa1b2c3d4L).u16(2, 4).u32(0).u32(0).u32(262_144).u32(1);
        byte[] client = Samples.clientFlight();
        byte[] server = Samples.serverFlight();
        for (int step = 0; step < 4; step++) {
            for (int port = 0; port < CONNECTIONS; port++) {
                capture.step(step, 10_000 + port, client, server);
            }
        }
        return capture.file.bytes();
    }

    private void step(int step, int port, byte[] client, byte[] server) {
        switch (step) {
            case 0 -> {
                packet(port, true, SYN, 0, new byte[0]);
                packet(port, false, SYN | ACK, 0, new byte[0]);
                packet(port, true, ACK, 1, new byte[0]);
            }
            case 1 -> segments(port, true, client);
            case 2 -> segments(port, false, server);
            default -> packet(port, true, RST, 1 + client.length, new byte[0]);
        }
    }

    private void segments(int port, boolean fromClient, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += SEGMENT) {
            packet(port, fromClient, ACK, 1 + at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SEGMENT)));
        }
    }

    private void packet(int port, boolean fromClient, int flags, long sequence, byte[] payload) {
        micros += 10;
        int length = 14 + 20 + 20 + payload.length;
        file.u32(1_700_000_000L).u32(micros).u32(length).u32(length);
        file.raw(new byte[12]).u16(0x0800);
        file.u16(0x4500, 40 + payload.length, 0, 0x4000, 0x4006, 0);
        file.u32(fromClient ? 0xc0000201L : 0xc0000202L).u32(fromClient ? 0xc0000202L : 0xc0000201L);
        file.u16(fromClient ? port : 443, fromClient ? 443 : port);
        file.u32(sequence).u32((flags & ACK) == 0 ? 0 : 1);
        file.u16(0x5000 | flags, 65_535, 0, 0).raw(payload);
    }
}
