package dev.interloper.handshake.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Takes the UDP datagrams out of a capture, with code of its own and without the library's; those of IP fragments are left out. */
final class UdpFrames {

    private static final int GENEVE = 6081;

    /** One datagram. */
    record Datagram(long frame, String source, String destination, ByteBuffer payload) {

        byte[] bytes() {
            byte[] bytes = new byte[payload.remaining()];
            payload.duplicate().get(bytes);
            return bytes;
        }
    }

    private final List<Datagram> datagrams = new ArrayList<>();
    private final StringBuilder secrets = new StringBuilder();
    private long frames;
    private ByteOrder sectionOrder = ByteOrder.BIG_ENDIAN;

    static UdpFrames of(Path file) throws IOException {
        UdpFrames all = new UdpFrames();
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(0) == 0x0a0d0d0a) {
            all.pcapng(in);
        } else {
            all.pcap(in);
        }
        return all;
    }

    List<Datagram> datagrams() {
        return datagrams;
    }

    /** The key logs that the capture holds. */
    String secrets() {
        return secrets.toString();
    }

    private void pcap(ByteBuffer in) throws IOException {
        int magic = in.getInt(0);
        in.order(magic == 0xa1b2c3d4 || magic == 0xa1b23c4d ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int link = in.getInt(20) & 0xffff;
        int at = 24;
        while (at + 16 <= in.limit()) {
            int length = in.getInt(at + 8);
            if (length < 0 || length > in.limit() - at - 16) {
                return;
            }
            frame(in, at + 16, length, link);
            at += 16 + length;
        }
    }

    private void pcapng(ByteBuffer in) throws IOException {
        List<Integer> interfaces = new ArrayList<>();
        int at = 0;
        while (at + 12 <= in.limit()) {
            in.order(ByteOrder.BIG_ENDIAN);
            if (in.getInt(at) == 0x0a0d0d0a) {
                interfaces.clear();
                sectionOrder = in.getInt(at + 8) == 0x1a2b3c4d ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            }
            in.order(sectionOrder);
            int length = in.getInt(at + 4);
            if (length < 12 || length > in.limit() - at) {
                return;
            }
            switch (in.getInt(at)) {
                case 1 -> interfaces.add(in.getShort(at + 8) & 0xffff);
                case 6 -> frame(in, at + 28, in.getInt(at + 20), interfaces.get(in.getInt(at + 8)));
                case 10 ->
                    secrets.append(new String(copy(in, at + 16, in.getInt(at + 12)), StandardCharsets.ISO_8859_1))
                            .append('\n');
                default -> {}
            }
            at += length;
        }
    }

    private void frame(ByteBuffer file, int offset, int length, int link) throws IOException {
        frames++;
        ByteBuffer in = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        in.limit(offset + length);
        try {
            ip(in, ipOffset(in, offset, link));
        } catch (IndexOutOfBoundsException e) {
            return; // too short
        }
    }

    private static int ipOffset(ByteBuffer in, int offset, int link) {
        return switch (link) {
            case 1 -> afterEthertype(in, offset + 12);
            case 113 -> afterEthertype(in, offset + 14);
            case 276 -> offset + 20;
            case 0, 108 -> offset + 4;
            case 9 -> offset + (in.get(offset) == (byte) 0xff ? 4 : 2);
            default -> offset;
        };
    }

    private static int afterEthertype(ByteBuffer in, int type) {
        int at = type + 2;
        int ethertype = in.getShort(type) & 0xffff;
        while (ethertype == 0x8100 || ethertype == 0x88a8 || ethertype == 0x9100) {
            ethertype = in.getShort(at + 2) & 0xffff;
            at += 4;
        }
        return ethertype == 0x8864 ? at + 8 : at;
    }

    private void ip(ByteBuffer in, int at) throws IOException {
        int version = in.get(at) >> 4 & 0xf;
        if (version == 4 && in.get(at + 9) == 17 && (in.getShort(at + 6) & 0x3fff) == 0) {
            udp(in, at + 12, 4, at + (in.get(at) & 0xf) * 4);
        } else if (version == 4 && in.get(at + 9) == 41) {
            ip(in, at + (in.get(at) & 0xf) * 4);
        } else if (version == 6 && in.get(at + 6) == 17) {
            udp(in, at + 8, 16, at + 40);
        }
    }

    private void udp(ByteBuffer in, int addresses, int addressLength, int at) throws IOException {
        if (in.getShort(at + 2) == GENEVE) {
            int inner = at + 16 + (in.get(at + 8) & 0x3f) * 4;
            ip(in, in.getShort(at + 10) == 0x0800 ? inner : afterEthertype(in, inner + 12));
            return;
        }
        int end = Math.min(in.limit(), at + (in.getShort(at + 4) & 0xffff));
        if (end > at + 8) {
            ByteBuffer payload = in.duplicate().position(at + 8).limit(end);
            datagrams.add(new Datagram(
                    frames,
                    text(in, addresses, addressLength, in.getShort(at)),
                    text(in, addresses + addressLength, addressLength, in.getShort(at + 2)),
                    payload));
        }
    }

    private static byte[] copy(ByteBuffer in, int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        return bytes;
    }

    private static String text(ByteBuffer in, int at, int length, int port) throws IOException {
        byte[] address = copy(in, at, length);
        return InetAddress.getByAddress(address).getHostAddress() + " " + (port & 0xffff);
    }
}
