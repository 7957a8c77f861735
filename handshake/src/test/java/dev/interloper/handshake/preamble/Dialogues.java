package dev.interloper.handshake.preamble;

import static dev.interloper.handshake.preamble.Dialogue.hex;
import static dev.interloper.handshake.preamble.Dialogue.start;

import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One accepted and one refused request of each protocol, made up after the protocols' documents. */
final class Dialogues {

    private static final String LDAP_OID = "312e332e362e312e342e312e313436362e3230303337";
    private static final byte[] LDAP_REQUEST = hex("301d 020101 7718 8016" + LDAP_OID);
    private static final byte[] PG_SSL = hex("00000008 04d2162f");
    private static final byte[] PG_GSS = hex("00000008 04d21630");
    private static final byte[] MYSQL_GREETING =
            Wire.concat(hex("4a000000 0a"), Wire.ascii("8.0.36\0"), hex("2a000000"), new byte[0x4a - 12]);
    private static final byte[] MYSQL_SSL = Wire.concat(hex("20000001 85ae3f20 00000001 2d"), new byte[23]);
    private static final byte[] RDP_REQUEST = Wire.concat(
            hex("0300 0027 22e0 0000 0000 00"), Wire.ascii("Cookie: mstshash=u\r\n"), hex("0100080003000000"));
    private static final byte[] V2 = hex("0d0a0d0a000d0a515549540a 21 11 0010 c0000201 c6336407 d431 01bb 04000141");

    private Dialogues() {}

    static Dialogue accepted(UpgradeProtocol protocol) {
        return Objects.requireNonNull(accepted().get(protocol), protocol.toString());
    }

    static Dialogue refused(UpgradeProtocol protocol) {
        return Objects.requireNonNull(refused().get(protocol), protocol.toString());
    }

    static Map<UpgradeProtocol, Dialogue> accepted() {
        Map<UpgradeProtocol, Dialogue> all = new LinkedHashMap<>();
        all.put(
                UpgradeProtocol.SMTP,
                start().server("220 mx.example.org ESMTP\r\n")
                        .client("EHLO c.example.org\r\n")
                        .server("250-mx.example.org\r\n250-PIPELINING\r\n250 STARTTLS\r\n")
                        .client("STARTTLS\r\n")
                        .server("220 2.0.0 Ready to start TLS\r\n"));
        all.put(
                UpgradeProtocol.LMTP,
                start().server("220 lmtp.example.org LMTP\r\n")
                        .client("LHLO c.example.org\r\n")
                        .server("250-lmtp.example.org\r\n250 STARTTLS\r\n")
                        .client("starttls\r\n")
                        .server("220 go\r\n"));
        all.put(
                UpgradeProtocol.FTP,
                start().server("220-Welcome\r\nto free text\r\n220 ready\r\n")
                        .client("FEAT\r\n")
                        .server("211-Features:\r\n AUTH TLS\r\n211 End\r\n")
                        .client("AUTH TLS\r\n")
                        .server("234 AUTH TLS OK.\r\n"));
        all.put(
                UpgradeProtocol.IMAP,
                start().server("* OK IMAP4rev1 ready\r\n")
                        .client("a001 CAPABILITY\r\n")
                        .server("* CAPABILITY IMAP4rev1 STARTTLS\r\na001 OK done\r\n")
                        .client("a002 STARTTLS\r\n")
                        .server("a002 OK Begin TLS negotiation now\r\n"));
        all.put(
                UpgradeProtocol.POP3,
                start().server("+OK POP3 ready\r\n")
                        .client("CAPA\r\n")
                        .server("+OK\r\nSTLS\r\n.\r\n")
                        .client("STLS\r\n")
                        .server("+OK Begin TLS\r\n"));
        all.put(
                UpgradeProtocol.NNTP,
                start().server("200 news.example.org\r\n")
                        .client("CAPABILITIES\r\n")
                        .server("101 list\r\nVERSION 2\r\nSTARTTLS\r\n.\r\n")
                        .client("STARTTLS\r\n")
                        .server("382 Continue\r\n"));
        all.put(
                UpgradeProtocol.MANAGESIEVE,
                start().server("\"IMPLEMENTATION\" \"x\"\r\n\"STARTTLS\"\r\nOK\r\n")
                        .client("STARTTLS\r\n")
                        .server("OK \"Begin TLS\"\r\n"));
        all.put(
                UpgradeProtocol.IRC,
                start().client("STARTTLS\r\n")
                        .server(":irc.example.org NOTICE AUTH :*** Looking up\r\n")
                        .server(":irc.example.org 670 * :STARTTLS successful\r\n"));
        all.put(UpgradeProtocol.LDAP, start().client(LDAP_REQUEST).server(hex("300c 020101 7807 0a0100 0400 0400")));
        all.put(
                UpgradeProtocol.XMPP,
                start().client("<?xml version='1.0'?><stream:stream to='example.org' version='1.0'>")
                        .server(
                                "<?xml version='1.0'?><stream:stream id='1'>"
                                        + "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>")
                        .client("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'></starttls>")
                        .server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"));
        all.put(
                UpgradeProtocol.POSTGRESQL,
                start().client(PG_GSS).server("N").client(PG_SSL).server("S"));
        all.put(UpgradeProtocol.MYSQL, start().server(MYSQL_GREETING).client(MYSQL_SSL));
        all.put(
                UpgradeProtocol.RDP,
                start().client(RDP_REQUEST).server(hex("0300 0013 0ed0 0000 1234 00 02 1f 0800 02000000")));
        all.put(
                UpgradeProtocol.TELNET,
                start().server(hex("fffd2e")).client(hex("fffb2e fffa2e01fff0")).server(hex("fffa2e01fff0")));
        all.put(
                UpgradeProtocol.VNC,
                start().server("RFB 003.008\n")
                        .client("RFB 003.008\n")
                        .server(hex("020213"))
                        .client(hex("13"))
                        .server(hex("0002"))
                        .client(hex("0002"))
                        .server(hex("00 02 00000101 00000104"))
                        .client(hex("00000104"))
                        .server(hex("01")));
        all.put(
                UpgradeProtocol.ADB,
                start().client(Wire.concat(
                                hex("434e584e 01000001 00001000 07000000 00000000 bcb1a7b1"), Wire.ascii("host::\0")))
                        .server(hex("53544c53 00000001 00000000 00000000 00000000 acabb3ac"))
                        .client(hex("53544c53 00000001 00000000 00000000 00000000 acabb3ac")));
        all.put(
                UpgradeProtocol.HTTP_CONNECT,
                start().client("CONNECT www.example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n")
                        .server("HTTP/1.1 200 OK\r\nVia: p\r\n\r\n"));
        all.put(
                UpgradeProtocol.HTTP_UPGRADE,
                start().client(
                                "OPTIONS * HTTP/1.1\r\nHost: x\r\nUpgrade: TLS/1.2,TLS/1.0\r\nConnection: Upgrade\r\n\r\n")
                        .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: TLS/1.2, HTTP/1.1\r\n\r\n"));
        all.put(
                UpgradeProtocol.SOCKS4,
                start().client(hex("0401 01bb c6336407 75736572 00")).server(hex("005a 0000 00000000")));
        all.put(
                UpgradeProtocol.SOCKS4A,
                start().client(Wire.concat(hex("0401 01bb 00000001 00"), Wire.ascii("www.example.org\0")))
                        .server(hex("005a 0000 00000000")));
        all.put(
                UpgradeProtocol.SOCKS5,
                start().client(hex("05020002"))
                        .server(hex("0502"))
                        .client(hex("01 0175 0170"))
                        .server(hex("0100"))
                        .client(Wire.concat(hex("05010003 0f"), Wire.ascii("www.example.org"), hex("01bb")))
                        .server(hex("05000001 00000000 0000")));
        all.put(UpgradeProtocol.PROXY_V1, start().client("PROXY TCP4 192.0.2.1 198.51.100.7 54321 443\r\n"));
        all.put(UpgradeProtocol.PROXY_V2, start().client(V2));
        all.put(
                UpgradeProtocol.TEXT,
                start().server("HELLO from a protocol of ours\r\n")
                        .client("SECURE!\r\n")
                        .server("as you like\r\n"));
        return all;
    }

    /** After the refusal each client does what it would: it goes on in the clear. */
    static Map<UpgradeProtocol, Dialogue> refused() {
        Map<UpgradeProtocol, Dialogue> all = new LinkedHashMap<>();
        all.put(
                UpgradeProtocol.SMTP,
                start().server("220 mx\r\n")
                        .client("EHLO c\r\n")
                        .server("250 mx\r\n")
                        .client("STARTTLS\r\n")
                        .server("454 TLS not available\r\n")
                        .client("MAIL FROM:<a@example.org>\r\n")
                        .server("250 ok\r\n"));
        all.put(
                UpgradeProtocol.FTP,
                start().server("220 ready\r\n")
                        .client("AUTH SSL\r\n")
                        .server("500 AUTH not understood\r\n")
                        .client("USER a\r\n"));
        all.put(
                UpgradeProtocol.IMAP,
                start().server("* OK ready\r\n")
                        .client("1 STARTTLS\r\n")
                        .server("1 BAD no\r\n")
                        .client("2 NOOP\r\n"));
        all.put(
                UpgradeProtocol.POP3,
                start().server("+OK ready\r\n")
                        .client("STLS\r\n")
                        .server("-ERR no\r\n")
                        .client("QUIT\r\n"));
        all.put(
                UpgradeProtocol.NNTP,
                start().server("201 news\r\n")
                        .client("STARTTLS\r\n")
                        .server("580 Can not initiate TLS\r\n")
                        .client("QUIT\r\n"));
        all.put(
                UpgradeProtocol.MANAGESIEVE,
                start().server("\"SIEVE\" \"x\"\r\nOK\r\n")
                        .client("STARTTLS\r\n")
                        .server("NO \"no\"\r\n"));
        all.put(
                UpgradeProtocol.IRC,
                start().client("STARTTLS\r\n").server(":irc 691 * :no\r\n").client("NICK a\r\n"));
        all.put(
                UpgradeProtocol.LDAP,
                start().client(LDAP_REQUEST)
                        .server(hex("300c 020101 7807 0a0102 0400 0400"))
                        .client(hex("300c 020102 6007 020103 0400 8000")));
        all.put(
                UpgradeProtocol.XMPP,
                start().client("<stream:stream to='example.org'>")
                        .client("<starttls xmlns='x'/>")
                        .server("<stream:stream id='1'>")
                        .server("<failure xmlns='x'/></stream:stream>"));
        all.put(UpgradeProtocol.POSTGRESQL, start().client(PG_SSL).server("N").client(hex("00000009 00030000 00")));
        all.put(
                UpgradeProtocol.RDP,
                start().client(RDP_REQUEST).server(hex("0300 0013 0ed0 0000 1234 00 03 00 0800 02000000")));
        all.put(
                UpgradeProtocol.TELNET,
                start().client(hex("fffb2e")).server(hex("fffe2e")).server("login: "));
        all.put(
                UpgradeProtocol.HTTP_CONNECT,
                start().client("CONNECT www.example.org:443 HTTP/1.1\r\n\r\n")
                        .server("HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\n\u0016\u0003\u0001"));
        all.put(
                UpgradeProtocol.HTTP_UPGRADE,
                start().client("OPTIONS * HTTP/1.1\r\nUpgrade: TLS/1.0\r\n\r\n")
                        .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                UpgradeProtocol.SOCKS4,
                start().client(hex("0401 01bb c6336407 00")).server(hex("005b 0000 00000000")));
        all.put(
                UpgradeProtocol.SOCKS5,
                start().client(hex("050100"))
                        .server(hex("0500"))
                        .client(hex("05010001 c6336407 01bb"))
                        .server(hex("05020001 00000000 0000")));
        return all;
    }
}
