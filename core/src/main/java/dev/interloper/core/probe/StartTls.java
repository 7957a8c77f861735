package dev.interloper.core.probe;

import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** Talks a server into TLS in the protocol that comes before it. */
final class StartTls {

    /** The protocols that are spoken here. */
    static final Set<UpgradeProtocol> SPOKEN = Set.copyOf(EnumSet.of(
            UpgradeProtocol.SMTP,
            UpgradeProtocol.LMTP,
            UpgradeProtocol.IMAP,
            UpgradeProtocol.POP3,
            UpgradeProtocol.FTP,
            UpgradeProtocol.NNTP,
            UpgradeProtocol.MANAGESIEVE,
            UpgradeProtocol.LDAP,
            UpgradeProtocol.XMPP,
            UpgradeProtocol.POSTGRESQL,
            UpgradeProtocol.MYSQL));

    /** RFC 4511 section 4.14: an extended request with the OID 1.3.6.1.4.1.1466.20037. */
    private static final Bytes LDAP_REQUEST =
            Bytes.ofHex("301d02010177188016312e332e362e312e342e312e313436362e3230303337");

    private static final Bytes POSTGRESQL_REQUEST = Bytes.ofHex("0000000804d2162f");

    private final Link link;
    private final Inbox inbox;

    StartTls(Link link, Inbox inbox) {
        this.link = link;
        this.inbox = inbox;
    }

    void ask(UpgradeProtocol protocol, String host) throws IOException {
        switch (protocol) {
            case SMTP -> replyCodes("EHLO [127.0.0.1]", "STARTTLS");
            case LMTP -> replyCodes("LHLO [127.0.0.1]", "STARTTLS");
            case FTP -> replyCodes("AUTH TLS");
            case NNTP -> replyCodes("STARTTLS");
            case POP3 -> {
                expect(inbox.line(), "+OK");
                say("STLS");
                expect(inbox.line(), "+OK");
            }
            case IMAP -> {
                expect(inbox.line(), "* ");
                say("a STARTTLS");
                String line = inbox.line();
                while (line.startsWith("* ")) {
                    line = inbox.line();
                }
                expect(line, "a OK");
            }
            case MANAGESIEVE -> {
                capabilities();
                say("STARTTLS");
                expect(inbox.line(), "OK");
            }
            case LDAP -> ldap();
            case MYSQL -> mysql();
            case XMPP -> xmpp(host);
            case POSTGRESQL -> {
                link.write(POSTGRESQL_REQUEST.toByteArray());
                expect(String.valueOf((char) inbox.next()), "S");
            }
            default -> throw new IllegalArgumentException("protocol: not spoken here: " + protocol);
        }
    }

    /** A greeting, then a positive reply to each command; a reply goes on while a hyphen follows its code. */
    private void replyCodes(String... commands) throws IOException {
        positiveReply();
        for (String command : commands) {
            say(command);
            positiveReply();
        }
    }

    private void positiveReply() throws IOException {
        String line = inbox.line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = inbox.line();
        }
        if (!line.startsWith("2") && !line.startsWith("3")) {
            throw refused(line);
        }
    }

    /** RFC 5804 section 1.7: the server's capabilities, then OK. */
    private void capabilities() throws IOException {
        String line = inbox.line();
        while (line.startsWith("\"")) {
            line = inbox.line();
        }
        expect(line, "OK");
    }

    /** MySQL's protocol 10: a greeting with capabilities, of which 0x0800 is TLS; a request of 32 bytes, most of them zero. */
    private void mysql() throws IOException {
        byte[] header = inbox.next(4);
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        if (length > Inbox.MAX_BYTES) {
            throw refused("a MySQL greeting of " + length + " bytes");
        }
        byte[] greeting = inbox.next(length);
        int at = 1;
        while (at < greeting.length && greeting[at] != 0) {
            at++;
        }
        at += 1 + 4 + 8 + 1; // end of the version, thread, first part of the nonce, filler
        if (greeting.length == 0 || greeting[0] != 10 || at + 1 >= greeting.length || (greeting[at + 1] & 8) == 0) {
            throw refused(new String(greeting, StandardCharsets.ISO_8859_1));
        }
        byte[] request = new byte[36];
        request[0] = 32;
        request[3] = 1;
        request[4] = 0; // capabilities, the low byte first: TLS, protocol 4.1, secure connection
        request[5] = (byte) 0x8a;
        request[11] = 1; // packets up to 16 MiB
        request[12] = 33; // UTF-8
        link.write(request);
    }

    private void ldap() throws IOException {
        link.write(LDAP_REQUEST.toByteArray());
        inbox.next(1);
        int length = inbox.next();
        if (length > 0x80) {
            byte[] longForm = inbox.next(Math.min(4, length & 0x7f));
            length = 0;
            for (byte octet : longForm) {
                length = length << 8 | (octet & 0xff);
            }
        }
        if (length < 0 || length > Inbox.MAX_BYTES) {
            throw refused("an LDAP message of " + length + " bytes");
        }
        String reply = Bytes.copyOf(inbox.next(length)).hex();
        if (!reply.contains("0a0100")) { // resultCode success
            throw refused("LDAP " + reply);
        }
    }

    private void xmpp(String host) throws IOException {
        say("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                + " to='" + host.replaceAll("[^A-Za-z0-9.:-]", "") + "' version='1.0'>");
        until("</stream:features>");
        say("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        until("<proceed");
        until(">");
    }

    /** Looks at the end of the text only: what came before was looked at when it came. */
    private void until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!endsWith(text, end)) {
            text.append((char) inbox.next());
            if (endsWith(text, "<failure")) {
                throw refused(text.toString());
            }
        }
    }

    private static boolean endsWith(StringBuilder text, String end) {
        int from = text.length() - end.length();
        return from >= 0 && text.indexOf(end, from) == from;
    }

    private void say(String line) throws IOException {
        link.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(String line, String start) throws StartTlsRefusedException {
        if (!line.startsWith(start)) {
            throw refused(line);
        }
    }

    private static StartTlsRefusedException refused(String line) {
        String text = Bytes.copyOf(line.getBytes(StandardCharsets.ISO_8859_1)).printable();
        return new StartTlsRefusedException("the server does not start TLS: it answered \""
                + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "\"");
    }
}
