package dev.interloper.handshake.fuzz;

import dev.interloper.handshake.crypto.RecordedConnection;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.NetMon;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.fuzz.Input.Turn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Inputs to begin with, made of bytes of our own. */
final class Seeds {

    private static final List<TcpScript.Packet> PACKETS = TcpScript.opened()
            .client(TlsBytes.clientFlight())
            .server(TlsBytes.serverFlight(60))
            .client(TlsBytes.clientKeyExchangeAndFinished())
            .server(TlsBytes.serverFinished())
            .client(TlsBytes.applicationData(20))
            .packets();

    private Seeds() {}

    static List<byte[]> captures() {
        Pcapng pcapng = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 9, 0);
        NetMon netMon = new NetMon(2, 3, 1);
        PACKETS.forEach(packet -> {
            byte[] frame = Link.ETHERNET.frame(packet, false);
            pcapng.packet(0, packet.nanos(), frame);
            netMon.add(packet.nanos(), 1, frame);
        });
        return List.of(
                Pcap.of(PACKETS),
                Pcap.of(PACKETS, Link.VXLAN, true, ByteOrder.BIG_ENDIAN, false),
                Pcap.gzip(Pcap.of(PACKETS)),
                pcapng.bytes(),
                netMon.bytes(),
                snoop());
    }

    /** RFC 1761. */
    private static byte[] snoop() {
        return Wire.of(wire -> {
            wire.raw(Wire.ascii("snoop")).raw(new byte[3]).u32(2).u32(4);
            PACKETS.forEach(packet -> {
                byte[] frame = Link.ETHERNET.frame(packet, false);
                int padding = (4 - frame.length % 4) % 4;
                wire.u32(frame.length).u32(frame.length).u32(24L + frame.length + padding);
                wire.u32(0)
                        .u32(packet.nanos() / 1_000_000_000)
                        .u32(0)
                        .raw(frame)
                        .raw(new byte[padding]);
            });
        });
    }

    private static byte[] turns(Turn... turns) {
        return Wire.concat(Arrays.stream(turns).map(Turn::encoded).toArray(byte[][]::new));
    }

    private static byte[] said(String client, String server) {
        return turns(
                Turn.client(Wire.ascii(client)),
                Turn.server(Wire.ascii(server)),
                Turn.client(TlsBytes.clientFlight()),
                Turn.server(TlsBytes.serverFlight(20)));
    }

    static List<byte[]> streams() {
        return List.of(
                turns(
                        Turn.client(TlsBytes.clientFlight()),
                        Turn.server(TlsBytes.serverFlight(60)),
                        Turn.client(TlsBytes.clientKeyExchangeAndFinished()),
                        Turn.server(TlsBytes.serverFinished()),
                        Turn.client(TlsBytes.applicationData(20))),
                turns(
                        Turn.client(TlsBytes.clientFlight()),
                        Turn.server(TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.RETRY_RANDOM))),
                        Turn.client(TlsBytes.clientFlight()),
                        Turn.server(TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM))),
                        Turn.server(TlsBytes.applicationData(30))),
                turns(Turn.client(oldHello()), Turn.server(TlsBytes.serverFlight(20))),
                turns(Turn.client(TlsBytes.clientFlight()), Turn.server(TlsBytes.record(21, new byte[] {2, 40}))),
                turns(
                        Turn.server(Wire.ascii("220 mail.example.org ESMTP\r\n")),
                        Turn.client(Wire.ascii("EHLO me\r\n")),
                        Turn.server(Wire.ascii("250-mail.example.org\r\n250 STARTTLS\r\n")),
                        Turn.client(Wire.ascii("STARTTLS\r\n")),
                        Turn.server(Wire.ascii("220 go ahead\r\n")),
                        Turn.client(TlsBytes.clientFlight()),
                        Turn.server(TlsBytes.serverFlight(20))),
                said("CONNECT a:1 HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"),
                said("\5\1\0\5\1\0\1\1\2\3\4\1\273".replace('\273', '\1'), "\5\0\5\0\0\1\0\0\0\0\0\0"),
                said("\0\0\0\10\4\322\26\57".replace('\322', '\2'), "S"),
                said("a STARTTLS\r\n", "* OK IMAP4\r\na OK\r\n"),
                said("STLS\r\n", "+OK POP3\r\n+OK\r\n"),
                said("AUTH TLS\r\n", "220 FTP\r\n234 OK\r\n"));
    }

    /** SSLv2's, which offers TLS. */
    static byte[] oldHello() {
        byte[] body = Wire.of(wire -> wire.u8(1)
                .u16(0x0301)
                .u16(6)
                .u16(0)
                .u16(16)
                .u24(0x00002f)
                .u24(0x010080)
                .raw(TlsBytes.noise(16, 21)));
        return Wire.of(wire -> wire.u16(0x8000 | body.length).raw(body));
    }

    static List<byte[]> datagrams() {
        byte[] hello = dtlsHello();
        byte[] fragments = Wire.concat(
                dtlsRecord(1, dtlsFragment(2, 0, TlsBytes.serverHello(), 0, 30)),
                dtlsRecord(2, dtlsFragment(2, 0, TlsBytes.serverHello(), 30, 1000)));
        byte[] verify =
                dtlsFragment(3, 0, Wire.of(wire -> wire.u32(0).u16(0xfeff).vector8(new byte[8])), 0, 1000);
        byte[] quic = Wire.of(wire -> wire.u8(0xc3)
                .u32(1)
                .vector8(new byte[8])
                .vector8(new byte[4])
                .u8(0)
                .u16(0x4000 | 1180)
                .raw(TlsBytes.noise(1180, 5)));
        return List.of(
                turns(Turn.client(hello), Turn.server(fragments)),
                turns(Turn.client(hello), Turn.server(dtlsRecord(0, verify)), Turn.client(hello)),
                turns(Turn.client(quic), Turn.server(quic)));
    }

    private static byte[] dtlsHello() {
        byte[] body = Wire.of(wire -> wire.u32(0)
                .u16(0xfefd)
                .raw(TlsBytes.CLIENT_RANDOM)
                .vector8(new byte[0])
                .vector8(new byte[0])
                .vector16(new byte[] {(byte) 0xc0, 0x2f})
                .vector8(new byte[1])
                .vector16(TlsBytes.serverName(TlsBytes.HOST)));
        return dtlsRecord(0, dtlsFragment(1, 0, body, 0, 1000));
    }

    private static byte[] dtlsRecord(int number, byte[] contents) {
        return Wire.of(wire -> wire.u8(22).u16(0xfefd).u16(0).u16(0).u32(number).vector16(contents));
    }

    /** Of a message with the header that TLS would have. */
    private static byte[] dtlsFragment(int type, int sequence, byte[] message, int from, int most) {
        int length = message.length - 4;
        byte[] part = Arrays.copyOfRange(message, 4 + from, 4 + Math.min(length, from + most));
        return Wire.of(wire -> wire.u8(type)
                .u24(length)
                .u16(sequence)
                .u24(from)
                .u24(part.length)
                .raw(part));
    }

    static List<byte[]> quicFrames() {
        byte[] serverHello = TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM);
        byte[] inOneFrame = Wire.of(
                wire -> wire.u8(6).u8(0).u16(0x4000 | serverHello.length).raw(serverHello));
        return List.of(
                inOneFrame,
                new byte[] {0, 1, 2, 12, 0, 1, 0, 1, 9, 3, 12, 0, 1, 0, 1, 9, 1, 2, 3},
                new byte[] {0x1c, 0x41, 0x28, 6, 2, 'n', 'o'},
                new byte[] {6, 40, 4, 1, 2, 3, 4, 6, 20, 3, 1, 2, 3});
    }

    private static byte[] message(int version, int suite, byte[] message) {
        return Wire.of(wire -> wire.u8(0)
                .u8(message[0])
                .u16(version)
                .u16(suite)
                .u8(0)
                .raw(Arrays.copyOfRange(message, 4, message.length)));
    }

    static List<byte[]> messages() {
        byte[] request = TlsBytes.message(
                13,
                Wire.of(wire -> wire.vector8(new byte[] {1, 64})
                        .vector16(new byte[] {4, 3})
                        .u16(0)));
        byte[] ticket = TlsBytes.message(4, Wire.of(wire -> wire.u32(7200).vector16(new byte[20])));
        byte[] status = TlsBytes.message(22, Wire.of(wire -> wire.u8(1).vector24(new byte[9])));
        return List.of(
                message(0x0303, 0, TlsBytes.clientHello()),
                message(0, 0, TlsBytes.serverHello()),
                message(0x0303, 0xc02f, TlsBytes.certificate(new byte[30], new byte[20])),
                message(0x0304, 0x1301, TlsBytes.certificate(new byte[30])),
                message(0x0303, 0xc02f, TlsBytes.serverKeyExchange()),
                message(0x0303, 0xc02f, TlsBytes.message(16, Wire.of(wire -> wire.vector8(new byte[32])))),
                message(0x0303, 0, request),
                message(0x0303, 0, ticket),
                message(0x0303, 0, status));
    }

    static List<byte[]> bodies() {
        return Stream.of(
                        TlsBytes.clientHello(
                                TlsBytes.serverName(TlsBytes.HOST),
                                TlsBytes.extension(10, new byte[] {0, 4, 0, 29, 0, 23}),
                                TlsBytes.extension(11, new byte[] {1, 0}),
                                TlsBytes.extension(13, new byte[] {0, 4, 4, 3, 8, 4}),
                                TlsBytes.extension(16, new byte[] {0, 3, 2, 'h', '2'}),
                                TlsBytes.extension(43, new byte[] {4, 3, 4, 3, 3})),
                        TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM),
                        TlsBytes.serverHello(),
                        TlsBytes.certificate(new byte[40], new byte[12]))
                .map(message -> Arrays.copyOfRange(message, 4, message.length))
                .toList();
    }

    static List<byte[]> extensions() {
        List<byte[]> seeds = new ArrayList<>();
        for (String hex : List.of(
                "0000 01 000b000008612e6578616d706c",
                "0005 01 0100000000",
                "000a 01 0004001d0017",
                "000d 01 000404030804",
                "0010 02 0003026832",
                "0012 02 00050003000102",
                "0022 0b 00093a800403000002300008040001ff",
                "0029 01 00080002abcdfffffffe0003021234",
                "0033 01 0006001d0002abcd",
                "0039 01 010467 8000 ffffffff".replace(" ", ""),
                "002b 01 061a1a03040303",
                "fe0d 01 00000100032a0002abcd000401020304")) {
            seeds.add(java.util.HexFormat.of().parseHex(hex.replace(" ", "")));
        }
        return seeds;
    }

    static List<byte[]> keyLogs() {
        String random = "00".repeat(32);
        return List.of(
                Wire.ascii("# comment\nCLIENT_RANDOM " + random + " " + "11".repeat(48) + "\n"),
                Wire.ascii("SERVER_HANDSHAKE_TRAFFIC_SECRET " + random + " " + "22".repeat(32) + "\r\n"),
                Wire.ascii("RSA 0011223344556677 " + "33".repeat(48)),
                Wire.ascii("RSA Session-ID:0011 Master-Key:" + "44".repeat(48)),
                Wire.ascii("CLIENT_RANDOM zz 11\n\n  \nnothing"));
    }

    static List<byte[]> changes() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < RecordedConnection.all().count(); i++) {
            seeds.add(new byte[] {(byte) i});
            seeds.add(ByteBuffer.allocate(5).put((byte) i).putInt(0x0200_1001).array());
        }
        return seeds;
    }

    static List<byte[]> compressed() {
        byte[] certificate = bodies().get(3);
        byte[] deflated = CompressionTarget.deflate(certificate);
        return List.of(
                Wire.of(wire -> wire.u16(1).u24(certificate.length).vector24(deflated)),
                Wire.of(wire -> wire.u16(1).u24(certificate.length + 1).vector24(deflated)),
                Wire.of(wire -> wire.u16(2).u24(certificate.length).vector24(deflated)));
    }
}
