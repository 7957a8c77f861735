package dev.interloper.boards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A corpus of one capture, made here: a ClientHello of two suites and a ServerHello, over TCP. */
final class TinyCorpus {

    static final String NAME = "here/hello.pcap";
    private static final String RANDOM = "11".repeat(32);
    private static final String CLIENT_BODY =
            "0303" + RANDOM + "00" + "0004c02f002f" + "0100" + "0008" + "000a00040002001d";
    private static final String SERVER_BODY = "0303" + RANDOM + "00" + "c02f" + "00" + "0000";

    private static final String PLACE = """
            "transport": "tcp", "stream": 0, "proto": "tls", "record_version": "0x0303", "malformed": null""";

    private final Path root;

    TinyCorpus(Path root) {
        this.root = root;
    }

    /** The capture and what is in it, by the table. */
    TinyCorpus capture() throws IOException {
        write(
                "MANIFEST.tsv",
                "file\toracle\n" + NAME + "\toracle/hello.tshark.json\nlost.pcap\toracle/lost.tshark.json\n");
        Files.createDirectories(root.resolve("here"));
        Files.write(root.resolve(NAME), pcap());
        return this;
    }

    /** What tshark would say, but for the suites that it is given. */
    TinyCorpus oracle(String ciphers) throws IOException {
        write("oracle/hello.tshark.json", """
                {"pcap": "hello.pcap", "handshakes": [
                  {"frame": 2, "src": "192.0.2.2", "sport": 443, "dst": "192.0.2.1", "dport": 50000, %s,
                   "type": 2, "length": 40, "version": "0x0303", "random": "%s", "cipher": 49199, "compression": 0,
                   "extensions": [], "extension_lengths": [],
                   "ja3s": "174e7e4992a63f6d419626d97363adb8", "ja3s_full": "771,49199,"},
                  {"frame": 1, "src": "192.0.2.1", "sport": 50000, "dst": "192.0.2.2", "dport": 443, %s,
                   "type": 1, "length": 53, "version": "0x0303", "random": "%s", "ciphers": %s, "compression": [0],
                   "extensions": [10], "extension_lengths": [4], "groups": [29]},
                  {"frame": 3, "src": "192.0.2.1", "sport": 50000, "dst": "192.0.2.2", "dport": 443, %s,
                   "type": null, "opaque": true}
                ]}
                """.formatted(PLACE, RANDOM, PLACE, RANDOM, ciphers, PLACE));
        return this;
    }

    void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Path root() {
        return root;
    }

    private static byte[] pcap() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(hex("a1b2c3d4" + "00020004" + "00000000" + "00000000" + "00040000" + "00000001"));
        packet(file, true, record(1, CLIENT_BODY));
        packet(file, false, record(2, SERVER_BODY));
        return file.toByteArray();
    }

    private static byte[] record(int type, String body) {
        byte[] bytes = hex(body);
        return ByteBuffer.allocate(9 + bytes.length)
                .put((byte) 22)
                .putShort((short) 0x0303)
                .putShort((short) (4 + bytes.length))
                .putInt(type << 24 | bytes.length)
                .put(bytes)
                .array();
    }

    private static void packet(ByteArrayOutputStream file, boolean fromClient, byte[] payload) {
        int length = 54 + payload.length;
        ByteBuffer packet = ByteBuffer.allocate(16 + length);
        packet.putInt(1_700_000_000).putInt(0).putInt(length).putInt(length);
        packet.put(new byte[12]).putShort((short) 0x0800);
        packet.put(hex("4500")).putShort((short) (40 + payload.length)).put(hex("0000400040060000"));
        packet.put(hex(fromClient ? "c0000201c0000202" : "c0000202c0000201"));
        packet.putShort((short) (fromClient ? 50_000 : 443)).putShort((short) (fromClient ? 443 : 50_000));
        packet.putInt(1).putInt(1).put(hex("5010ffff00000000")).put(payload);
        file.writeBytes(packet.array());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
