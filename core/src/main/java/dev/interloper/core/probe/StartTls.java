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
            UpgradeProtocol.LDAP,
            UpgradeProtocol.XMPP,
            UpgradeProtocol.POSTGRESQL));

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
            case LDAP -> ldap();
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

    private void until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
            text.append((char) inbox.next());
            if (text.indexOf("<failure") >= 0) {
                throw refused(text.toString());
            }
        }
    }

    private void say(String line) throws IOException {
        link.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(String line, String start) throws TunnelRefusedException {
        if (!line.startsWith(start)) {
            throw refused(line);
        }
    }

    private static TunnelRefusedException refused(String line) {
        String text = Bytes.copyOf(line.getBytes(StandardCharsets.ISO_8859_1)).printable();
        return new TunnelRefusedException("the server does not start TLS: it answered \""
                + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "\"");
    }
}
