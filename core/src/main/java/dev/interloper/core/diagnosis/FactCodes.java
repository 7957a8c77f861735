package dev.interloper.core.diagnosis;

/**
 * The codes of the facts that the standard rules know. The set is open: rules and facts of users may have codes of their own.
 *
 * @since 0.1
 */
public final class FactCodes {
    /** The resolver has no address for the name. */
    public static final String DNS_NOT_FOUND = "dns.not-found";

    /** The resolver did not answer in time. */
    public static final String DNS_TIMED_OUT = "dns.timed-out";

    /** The resolver answered with the address of a known block page; the subject is whose. */
    public static final String DNS_SINKHOLE = "dns.sinkhole";

    /** A name of the public DNS resolves to a private address. */
    public static final String DNS_PRIVATE_ADDRESS = "dns.private-address";

    /** The TCP connection stands. */
    public static final String TCP_CONNECTED = "tcp.connected";

    /** No answer to the SYN. */
    public static final String TCP_TIMED_OUT = "tcp.timed-out";

    /** The SYN was answered by a reset. */
    public static final String TCP_REFUSED = "tcp.refused";

    /** TCP failed for another reason. */
    public static final String TCP_FAILED = "tcp.failed";

    /** A router, or this machine, says that there is no way. */
    public static final String TCP_UNREACHABLE = "tcp.unreachable";

    /** An ICMP message says that the connection is administratively prohibited (type 3, code 9, 10 or 13). */
    public static final String TCP_PROHIBITED = "tcp.prohibited";

    /** The reset's TTL is not that of the host's other packets: somebody on the way sent it. */
    public static final String TCP_RESET_BY_OTHER = "tcp.reset-by-other";

    /** The reset's TTL is that of the host's other packets. */
    public static final String TCP_RESET_BY_HOST = "tcp.reset-by-host";

    /** Another host can be reached. */
    public static final String CONTROL_REACHABLE = "control.reachable";

    /** Another host that should work cannot be reached either. */
    public static final String CONTROL_UNREACHABLE = "control.unreachable";

    /** The network announces a proxy (PAC, WPAD, or the system's settings). */
    public static final String NETWORK_HAS_PROXY = "network.has-proxy";

    /** The proxy itself cannot be reached. */
    public static final String PROXY_UNREACHABLE = "proxy.unreachable";

    /** The proxy agreed to tunnel. */
    public static final String PROXY_TUNNELS = "proxy.tunnels";

    /** The proxy wants credentials (407). */
    public static final String PROXY_AUTHENTICATION = "proxy.authentication";

    /** The proxy refused to tunnel (403 and other 4xx, SOCKS). */
    public static final String PROXY_DENIED = "proxy.denied";

    /** The proxy says that it could not reach the server (5xx). */
    public static final String PROXY_UPSTREAM_FAILED = "proxy.upstream-failed";

    /** HTTP in the clear came back to the ClientHello. */
    public static final String ANSWER_HTTP = "answer.http";

    /** A web server without TLS complained about the ClientHello. */
    public static final String ANSWER_HTTP_BAD_REQUEST = "answer.http-bad-request";

    /** A redirection in the clear came back to the ClientHello. */
    public static final String ANSWER_REDIRECT = "answer.redirect";

    /** An SSH banner came back. */
    public static final String ANSWER_SSH = "answer.ssh";

    /** STUN in the clear came back. */
    public static final String ANSWER_STUN = "answer.stun";

    /** Records of application data without a handshake came back, as ZeroTier's relays send them. */
    public static final String ANSWER_ZEROTIER = "answer.zerotier";

    /** Something that is no TLS came back. */
    public static final String ANSWER_OTHER = "answer.other";

    /** The connection was reset behind the ClientHello. */
    public static final String HELLO_RESET = "hello.reset";

    /** The connection was closed behind the ClientHello, without a word. */
    public static final String HELLO_CLOSED = "hello.closed";

    /** Nothing came back to the ClientHello. */
    public static final String HELLO_SILENT = "hello.silent";

    /** The answer to the ClientHello went beyond all limits. */
    public static final String HELLO_ENDLESS = "hello.endless";

    /** The answer to the ClientHello is none that TLS can use. */
    public static final String HELLO_FAILED = "hello.failed";

    /** The answer to the hello came sooner than the server, by what another network measured, can be reached at all. */
    public static final String HELLO_TOO_FAST = "hello.too-fast";

    /** A fatal alert came back; the subject is its number. */
    public static final String ALERT = "alert";

    /** The hello fails with the host's name in it, and gets through without. */
    public static final String SNI_DECIDES = "sni.decides";

    /** The hello fails with Encrypted Client Hello, and gets through without. */
    public static final String ECH_DECIDES = "ech.decides";

    /** QUIC does not get through where TLS over TCP does. */
    public static final String QUIC_BLOCKED = "quic.blocked";

    /** Microsoft's pseudo-TLS hello got exactly the reply that it must get. */
    public static final String PSEUDO_MICROSOFT_EXACT = "pseudo-microsoft.exact";

    /** The exact reply came in more than one piece. */
    public static final String PSEUDO_MICROSOFT_FRAGMENTED = "pseudo-microsoft.fragmented";

    /** ServerHello and ServerHelloDone came in different records. */
    public static final String PSEUDO_MICROSOFT_TWO_RECORDS = "pseudo-microsoft.two-records";

    /** Microsoft's pseudo-TLS hello was answered with a certificate. */
    public static final String PSEUDO_MICROSOFT_CERTIFICATE = "pseudo-microsoft.certificate";

    /** Microsoft's pseudo-TLS hello was answered with an alert; the subject is its number. */
    public static final String PSEUDO_MICROSOFT_ALERT = "pseudo-microsoft.alert";

    /** The connection was closed behind Microsoft's pseudo-TLS hello, without a word. */
    public static final String PSEUDO_MICROSOFT_CLOSED = "pseudo-microsoft.closed";

    /** Nothing came back to Microsoft's pseudo-TLS hello. */
    public static final String PSEUDO_MICROSOFT_SILENT = "pseudo-microsoft.silent";

    /** Something else came back to Microsoft's pseudo-TLS hello. */
    public static final String PSEUDO_MICROSOFT_OTHER = "pseudo-microsoft.other";

    /** Google's pseudo-TLS hello got exactly the reply that it must get. */
    public static final String PSEUDO_GOOGLE_EXACT = "pseudo-google.exact";

    /** Google's pseudo-TLS hello was answered with an alert, another reply, or none. */
    public static final String PSEUDO_GOOGLE_REFUSED = "pseudo-google.refused";

    /** The connection was reset behind Google's pseudo-TLS hello. */
    public static final String PSEUDO_GOOGLE_RESET = "pseudo-google.reset";

    /** The verdict on the certificate: somebody in the middle made it. */
    public static final String INTERCEPTED = "certificate.intercepted";

    /** The verdict on the certificate: it is the server's own. */
    public static final String GENUINE = "certificate.genuine";

    /** The verdict on the certificate: it cannot be told. */
    public static final String UNDECIDED = "certificate.undecided";

    /** A TLS server answered, and its certificate was not seen. */
    public static final String UNSEEN = "certificate.unseen";

    /** The session was resumed, so that no certificate was sent. */
    public static final String RESUMED = "session.resumed";

    /** The chain leads to no public root. */
    public static final String PRIVATE_ROOT = "certificate.private-root";

    /** This Java installation trusts the chain. */
    public static final String TRUSTED_HERE = "certificate.trusted-here";

    /** This Java installation does not trust the chain. */
    public static final String UNTRUSTED_HERE = "certificate.untrusted-here";

    /** Another trust store has the authority; the subject is which. */
    public static final String TRUSTED_ELSEWHERE = "certificate.trusted-elsewhere";

    /** The certificate is out of date. */
    public static final String EXPIRED = "certificate.expired";

    /** The certificate is for other names. */
    public static final String WRONG_NAME = "certificate.wrong-name";

    /** The intermediate certificate between the leaf and its root was not sent. */
    public static final String INCOMPLETE = "certificate.incomplete";

    /** The certificate is vouched for by itself alone. */
    public static final String SELF_SIGNED = "certificate.self-signed";

    /** The leaf holds its issuer's own key. */
    public static final String OWN_ISSUER_KEY = "certificate.own-issuer-key";

    /** The host is of somebody's own network: no public authority certifies it. */
    public static final String HOST_INTERNAL = "host.internal";

    /** The host is of a service whose vendor asks for no decryption; the subject is the service's name. */
    public static final String HOST_OF_SERVICE = "host.service";

    /** The product in the middle; the subject is its name. */
    public static final String PRODUCT = "product";

    /** It is security software on the client's own machine. */
    public static final String PRODUCT_ENDPOINT = "product.endpoint";

    /** It is a developer's tool. */
    public static final String PRODUCT_DEVELOPER = "product.developer";

    /** The product's own name says that it signed with the authority it uses for servers that it does not trust itself. */
    public static final String DISTRUSTS_ORIGIN = "product.distrusts-origin";

    /** The chain has a key that is pinned. */
    public static final String PINS_MATCH = "pins.match";

    /** The chain has none of the keys that are pinned. */
    public static final String PINS_MISMATCH = "pins.mismatch";

    /** Another view of the host shows the same leaf. */
    public static final String REFERENCE_SAME = "reference.same";

    /** Another view of the host asks for a client certificate, this one does not. */
    public static final String REFERENCE_WANTS_CLIENT = "reference.wants-client-certificate";

    /** The server asks for a client certificate. */
    public static final String CLIENT_CERTIFICATE = "server.wants-client-certificate";

    /** An older version of TLS was negotiated than the client and such servers speak. */
    public static final String DOWNGRADED = "tls.downgraded";

    /** One authority that is not public certifies unrelated hosts. */
    public static final String ONE_ISSUER = "hosts.one-issuer";

    /** One key serves unrelated hosts. */
    public static final String ONE_KEY = "hosts.one-key";

    /** Two handshakes in a row showed leaves with different keys. */
    public static final String LEAF_CHANGES = "leaf.changes";

    /** A certificate for a name that does not exist was made on demand. */
    public static final String CANARY_MINTED = "canary.minted";

    /** The host's page says that access is blocked; the subject is the product. */
    public static final String PAGE_BLOCK = "page.block";

    /** A proxy's error page came instead of the server's; the subject is the product. */
    public static final String PAGE_ERROR = "page.error";

    /** A page of a product in the middle came from the bare address, where a server has none to show; the subject is the product. */
    public static final String PAGE_AT_ADDRESS = "page.at-address";

    /** A page asks to authenticate. */
    public static final String PAGE_AUTHENTICATION = "page.authentication";

    /** A captive portal answers in the place of pages that are known to the byte. */
    public static final String CAPTIVE = "captive";

    /** STUN over UDP was answered. */
    public static final String STUN_ANSWERED = "stun.answered";

    /** STUN over UDP was not answered. */
    public static final String STUN_SILENT = "stun.silent";

    /** STUN over UDP was refused: by a firewall that rejects, or because nobody listens there. */
    public static final String STUN_REFUSED = "stun.refused";

    /** Audio and video work. */
    public static final String MEDIA_WORKS = "symptom.media-works";

    /** Desktop sharing or file transfer fails. */
    public static final String SHARING_FAILS = "symptom.sharing-fails";

    /** An application fails where a browser works. */
    public static final String APPLICATION_FAILS = "symptom.application-fails";

    /** It works from another network. */
    public static final String ONLY_HERE = "symptom.only-here";

    /** The network is open to strangers, as a café's. */
    public static final String OPEN_NETWORK = "symptom.open-network";

    /** A media relay of Microsoft's kind is expected there. */
    public static final String EXPECT_MICROSOFT = "expected.pseudo-tls-microsoft";

    /** A media relay of Google's kind is expected there. */
    public static final String EXPECT_GOOGLE = "expected.pseudo-tls-google";

    private FactCodes() {}
}
