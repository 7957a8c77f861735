package dev.interloper.handshake.corpus;

import dev.interloper.handshake.wire.Bytes;
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

/** The UDP datagrams of a capture, with code of its own and without the library's: innermost under VLAN tags and GTP. */
final class UdpPayloads {

    /** One datagram; addresses as the JDK writes them. */
    record Datagram(long frame, String source, int sourcePort, String destination, int destinationPort, Bytes payload) {

        String conversation() {
            String from = source + "|" + sourcePort;
            String to = destination + "|" + destinationPort;
            return from.compareTo(to) < 0 ? from + "|" + to : to + "|" + from;
        }
    }

    private static final int GTP_PORT = 2152;

    private final List<Datagram> datagrams = new ArrayList<>();
    private final StringBuilder secrets = new StringBuilder();
    private long frames;
    private ByteOrder sectionOrder = ByteOrder.BIG_ENDIAN;

    static UdpPayloads of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            }
        }
        UdpPayloads frames = new UdpPayloads();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(0) == 0x0a0d0d0a) {
            frames.pcapng(in);
        } else {
            frames.pcap(in);
        }
        return frames;
    }

    List<Datagram> datagrams() {
        return datagrams;
    }

    /** The key log inside the capture, if there is one. */
    String secrets() {
        return secrets.toString();
    }

    private void pcap(ByteBuffer in) {
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

    private void pcapng(ByteBuffer in) {
        List<Integer> interfaces = new ArrayList<>();
        int at = 0;
        while (at + 12 <= in.limit()) {
            in.order(ByteOrder.BIG_ENDIAN);
            if (in.getInt(at) == 0x0a0d0d0a) {
                interfaces.clear();
                if (in.getInt(at + 8) != 0x1a2b3c4d) {
                    in.order(ByteOrder.LITTLE_ENDIAN);
                }
                sectionOrder = in.order();
            }
            in.order(sectionOrder);
            int length = in.getInt(at + 4);
            if (length < 12 || length > in.limit() - at) {
                return;
            }
            switch (in.getInt(at)) {
                case 1 -> interfaces.add(in.getShort(at + 8) & 0xffff);
                case 3 -> frame(in, at + 12, Math.min(in.getInt(at + 8), length - 16), interfaces.get(0));
                case 6 -> frame(in, at + 28, in.getInt(at + 20), interfaces.get(in.getInt(at + 8)));
                case 10 -> secrets.append(new String(copy(in, at + 16, in.getInt(at + 12)), StandardCharsets.US_ASCII));
                default -> {}
            }
            at += length;
        }
    }

    private void frame(ByteBuffer file, int offset, int length, int link) {
        frames++;
        ByteBuffer in = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        in.limit(offset + length);
        try {
            ip(in, LinkHeader.end(in, offset, link));
        } catch (IndexOutOfBoundsException e) {
            return; // too short to hold UDP
        }
    }

    private void ip(ByteBuffer in, int at) {
        int version = in.get(at) >> 4 & 0xf;
        if (version == 4 && in.get(at + 9) == 17 && (in.getShort(at + 6) & 0x3fff) == 0) {
            udp(in, at + 12, 4, at + (in.get(at) & 0xf) * 4);
        } else if (version == 6 && in.get(at + 6) == 17) {
            udp(in, at + 8, 16, at + 40);
        }
    }

    private void udp(ByteBuffer in, int addresses, int addressLength, int at) {
        int from = in.getShort(at) & 0xffff;
        int to = in.getShort(at + 2) & 0xffff;
        int end = Math.min(in.limit(), at + (in.getShort(at + 4) & 0xffff));
        if (from == GTP_PORT && to == GTP_PORT) {
            ip(in, at + 8 + ((in.get(at + 8) & 7) == 0 ? 8 : 12));
            return;
        }
        if (end > at + 8) {
            datagrams.add(new Datagram(
                    frames,
                    address(in, addresses, addressLength),
                    from,
                    address(in, addresses + addressLength, addressLength),
                    to,
                    Bytes.copyOf(copy(in, at + 8, end - at - 8))));
        }
    }

    private static byte[] copy(ByteBuffer in, int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        return bytes;
    }

    private static String address(ByteBuffer in, int at, int length) {
        return normalized(copy(in, at, length));
    }

    /** One form for an address, however a tool wrote it. */
    static String normalized(String text) {
        try {
            return normalized(InetAddress.getByName(text).getAddress());
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String normalized(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (byte part : address) {
            text.append(part & 0xff).append('.');
        }
        return text.toString();
    }
}
