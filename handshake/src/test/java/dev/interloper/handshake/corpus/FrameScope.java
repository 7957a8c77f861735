package dev.interloper.handshake.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Tells, with code of its own and without the library's, which connections of a capture, outside tunnels, start with TLS. */
final class FrameScope {

    private final Map<Long, String> tcpFrames = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, String> starts = new HashMap<>();
    private boolean secrets;
    private long frames;
    private ByteOrder sectionOrder = ByteOrder.BIG_ENDIAN;

    static FrameScope of(Path file) throws IOException {
        FrameScope scope = new FrameScope();
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(0) == 0x0a0d0d0a) {
            scope.pcapng(in);
        } else {
            scope.pcap(in);
        }
        return scope;
    }

    /** Whether the capture holds a TLS key log, so that tshark reads what is encrypted. */
    boolean hasSecrets() {
        return secrets;
    }

    /** Whether the connection was seen from its start, and starts with something other than TLS or HTTP CONNECT. */
    boolean startsInAnotherProtocol(long frame) {
        String flow = tcpFrames.getOrDefault(frame, "");
        return opened.contains(flow) && "other".equals(starts.get(flow));
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
                case 2 -> frame(in, at + 28, in.getInt(at + 20), interfaces.get(in.getShort(at + 8) & 0xffff));
                case 3 -> frame(in, at + 12, Math.min(in.getInt(at + 8), length - 16), interfaces.get(0));
                case 6 -> frame(in, at + 28, in.getInt(at + 20), interfaces.get(in.getInt(at + 8)));
                case 10 -> secrets = true;
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
            return; // too short to hold TCP
        }
    }

    private void ip(ByteBuffer in, int at) {
        int version = in.get(at) >> 4 & 0xf;
        if (version == 4) {
            if (in.get(at + 9) == 6) {
                int header = (in.get(at) & 0xf) * 4;
                int total = in.getShort(at + 2) & 0xffff;
                tcp(in, at + 12, 4, at + header, total == 0 ? in.limit() : Math.min(in.limit(), at + total));
            }
        } else if (version == 6) {
            if (in.get(at + 6) == 6) {
                tcp(in, at + 8, 16, at + 40, Math.min(in.limit(), at + 40 + (in.getShort(at + 4) & 0xffff)));
            }
        }
    }

    private void tcp(ByteBuffer in, int addresses, int addressLength, int at, int end) {
        String source = text(in, addresses, addressLength) + ":" + (in.getShort(at) & 0xffff);
        String destination = text(in, addresses + addressLength, addressLength) + ":" + (in.getShort(at + 2) & 0xffff);
        String flow = source.compareTo(destination) < 0 ? source + destination : destination + source;
        tcpFrames.put(frames, flow);
        if ((in.get(at + 13) & 2) != 0) {
            opened.add(flow);
        }
        int payload = at + (in.get(at + 12) >> 4 & 0xf) * 4;
        if (payload < end) {
            starts.putIfAbsent(flow, start(in, payload, end));
        }
    }

    private static String start(ByteBuffer in, int payload, int end) {
        if (in.get(payload) >= 20 && in.get(payload) <= 23) {
            return "tls";
        }
        byte[] first = new byte[Math.min(8, end - payload)];
        in.get(payload, first);
        return "CONNECT ".startsWith(new String(first, StandardCharsets.ISO_8859_1)) ? "tls" : "other";
    }

    private static String text(ByteBuffer in, int at, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.get(at + i)).append('.');
        }
        return text.toString();
    }
}
