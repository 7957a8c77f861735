package dev.interloper.handshake.stream;

/**
 * A protocol that can come before TLS on a TCP stream, or around it.
 *
 * @since 0.1
 */
public enum UpgradeProtocol {
    /** SMTP, RFC 3207. */
    SMTP("SMTP"),
    /** LMTP, RFC 2033 with RFC 3207. */
    LMTP("LMTP"),
    /** IMAP, RFC 9051 section 6.2.1. */
    IMAP("IMAP"),
    /** POP3, RFC 2595 section 4. */
    POP3("POP3"),
    /** FTP, RFC 4217. */
    FTP("FTP"),
    /** NNTP, RFC 4642. */
    NNTP("NNTP"),
    /** ManageSieve, RFC 5804 section 2.2. */
    MANAGESIEVE("ManageSieve"),
    /** IRC, the STARTTLS command of some servers. */
    IRC("IRC"),
    /** LDAP, RFC 4511 section 4.14. */
    LDAP("LDAP"),
    /** XMPP, RFC 6120 section 5. */
    XMPP("XMPP"),
    /** PostgreSQL, the SSLRequest of its protocol 3. */
    POSTGRESQL("PostgreSQL"),
    /** MySQL and MariaDB, the SSL request of their handshake. */
    MYSQL("MySQL"),
    /** RDP, negotiated in X.224 ([MS-RDPBCGR] section 2.2.1). */
    RDP("RDP"),
    /** Telnet, option 46 (START_TLS). */
    TELNET("Telnet"),
    /** VNC (RFB), security types TLS and VeNCrypt. */
    VNC("VNC"),
    /** Android's debug bridge, its message STLS. */
    ADB("ADB"),
    /** A tunnel through an HTTP proxy, RFC 9110 section 9.3.6. */
    HTTP_CONNECT("HTTP CONNECT"),
    /** HTTP/1.1 upgraded to TLS, RFC 2817. */
    HTTP_UPGRADE("HTTP Upgrade"),
    /** A tunnel through a SOCKS 4 proxy to an address. */
    SOCKS4("SOCKS4"),
    /** A tunnel through a SOCKS 4a proxy to a name. */
    SOCKS4A("SOCKS4a"),
    /** A tunnel through a SOCKS 5 proxy, RFC 1928. */
    SOCKS5("SOCKS5"),
    /** The line by which a load balancer tells who the client is: HAProxy's PROXY protocol, version 1. */
    PROXY_V1("PROXY v1"),
    /** The binary form of the same: PROXY protocol, version 2. */
    PROXY_V2("PROXY v2"),
    /** OpenVPN's control channel over TCP or UDP, each of whose packets carries a part of the stream of TLS records. */
    OPENVPN("OpenVPN"),
    /** Lines of text of a protocol that is not known here. */
    TEXT("text");

    private final String title;

    UpgradeProtocol(String title) {
        this.title = title;
    }

    /**
     * Whether what follows is for another host than the one that the TCP connection goes to.
     *
     * @return true for HTTP CONNECT and SOCKS
     */
    public boolean isTunnel() {
        return this == HTTP_CONNECT || this == SOCKS4 || this == SOCKS4A || this == SOCKS5;
    }

    /** The usual name. */
    @Override
    public String toString() {
        return title;
    }
}
