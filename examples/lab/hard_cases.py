"""The hard captures: who serves what to whom, and what a careful expert would say of it.

Names of identities and forging authorities are those of HardCast; `record_hard_captures.py` plays the cases.
"""

from dataclasses import dataclass, field

# Whose path is short and whose is long: addresses that the client reaches through the near device.
NEAR = ("10.0.0.0/8", "203.0.113.128/25")


@dataclass(frozen=True)
class OpenSsl:
    """openssl s_server with a certificate made before."""

    identity: str
    flags: tuple = ()


@dataclass(frozen=True)
class Jsse:
    """A Java server with a certificate made before."""

    identity: str
    one_record: bool = False
    pause: str = "PT0S"
    cold: bool = False


@dataclass(frozen=True)
class Forging:
    """A forging authority and its manner; see Manner.java."""

    authority: str
    copy: tuple = ()
    key: str = "LIKE_ORIGIN"
    tail: str = "AUTHORITY"
    backdated: str = "PT0S"
    life: str = "P365D"
    flags: tuple = ()


@dataclass(frozen=True)
class Minting:
    """A Java proxy that forges when the host is first asked for; origins: host -> identity."""

    forging: Forging
    origins: dict
    one_record: bool = False
    pause: str = "PT0S"
    cold: bool = False


@dataclass(frozen=True)
class Forged:
    """openssl s_server with a leaf forged a moment before it starts."""

    forging: Forging
    origin: str
    flags: tuple = ()


@dataclass(frozen=True)
class Portal:
    """Answers whatever comes with a redirect in plain HTTP."""


@dataclass(frozen=True)
class Row:
    """One line of labels.tsv; origin: the identity that the host itself has."""

    sni: str
    address: str
    origin: str
    expect: str
    why: str
    label: str = ""


@dataclass
class Case:
    name: str
    clients: tuple
    servers: dict  # address -> server, or a list of servers that follow one another
    rows: list
    trust: tuple = ()  # private or forging authorities that the client has installed
    mode: str = "-"
    label: str = "direct"
    interceptor: str = "-"
    tells_server: bool = field(default=False)  # net names the server's address: two rows differ in nothing else


PUBLIC = "chain verifies to a public root and the SCTs verify"
CASES = []


def direct(kind, clients, server, sni, address, expect, why, origin=None, trust=()):
    """One host, as it is."""
    row = Row(sni, address, origin or server.identity, expect, why)
    CASES.append(Case(f"hd__{kind}", clients, {address: server}, [row], trust))


def intercepted(kind, clients, server, sni, address, origin, expect, why):
    """One host through a proxy."""
    row = Row(sni, address, origin, expect, why)
    authority = server.forging.authority
    CASES.append(
        Case(f"hi__{kind}", clients, {address: server}, [row], (authority,), "transparent", "intercepted", f"lab-{kind}")
    )


# --- direct, public -------------------------------------------------------------------------------------------------

direct("six-day", ("openssl", "curl-tls12"), OpenSsl("six-day"), "api.tidegauge.example", "203.0.113.20",
       "direct", f"{PUBLIC}; 160 h of validity, an hour old, empty subject, no CRLDP")
direct("just-issued", ("curl", "java17-tls12"), OpenSsl("just-issued"), "blog.quince-orchard.example", "198.51.100.21",
       "direct", f"{PUBLIC}; the SCTs are minutes old, so it is a renewal, not a forgery")
direct("no-sct", ("openssl", "curl-tls12"), OpenSsl("no-sct"), "archive.mossgate.example", "198.51.100.22",
       "direct", "chain verifies to a public root though there is no SCT at all")
direct("chainless", ("openssl-tls12", "curl-k"), OpenSsl("chainless"), "www.bellwether-yarn.example", "203.0.113.23",
       "inconclusive", "leaf alone: neither its signature nor its SCTs can be checked without the intermediate")
direct("expired", ("openssl", "java17-tls12"), OpenSsl("expired"), "www.penrose-choir.example", "203.0.113.24",
       "direct", f"{PUBLIC}; it ran out three days ago, which its owner forgot; only the CA could have signed it")
direct("disordered", ("openssl", "curl-tls12"), OpenSsl("disordered"), "forum.hazelgrid.example", "198.51.100.25",
       "direct", f"{PUBLIC}; the root is sent too, ahead of the intermediate")
direct("odd-leaf", ("curl", "openssl-tls12", "java17"), OpenSsl("odd"), "xn--kvalheim-trms-5fb.example", "198.51.100.26",
       "direct", f"{PUBLIC}; unusual in every field and within the rules in all of them")
direct("asks-client", ("openssl", "openssl-tls12"), OpenSsl("calder", ("-verify", "1")), "news.calder-post.example",
       "198.51.100.27", "direct", f"{PUBLIC}; asks for a client certificate, which makes the flight look unlike others")
direct("jsse-messages", ("curl", "openssl-tls12", "java17-tls12"), Jsse("jsse"), "pay.ironbridge-tolls.example",
       "203.0.113.28", "direct", f"{PUBLIC}; a Java server writes each message by itself")
direct("jsse-slow", ("curl-tls12", "py-ssl"), Jsse("jsse", pause="PT0.190S", cold=True), "pay.ironbridge-tolls.example",
       "203.0.113.28", "direct", f"{PUBLIC}; a cold Java server that is slow to find its key: "
       "ServerHello, 190 ms, the rest; nothing is minted")
direct("jsse-one-record", ("openssl-tls12",), Jsse("jsse", one_record=True), "pay.ironbridge-tolls.example",
       "203.0.113.28", "direct", f"{PUBLIC}; the whole flight in one record")

EDGES = {"203.0.113.31": "cdn-ec", "198.51.100.31": "cdn-rsa"}
CASES.append(Case(
    "hd__two-edges", ("py-ssl", "openssl-tls12"), {address: OpenSsl(edge) for address, edge in EDGES.items()},
    [Row("static.larkspur-cdn.example", address, edge, "direct",
         f"{PUBLIC}; two edges of one CDN have different issuers and keys for the name")
     for address, edge in EDGES.items()],
    tells_server=True))
CASES.append(Case(
    "hd__rotated", ("openssl-tls12", "curl"),
    {"198.51.100.32": [OpenSsl("rotated-old"), OpenSsl("rotated-new")]},
    [Row("mail.grebe-post.example", "198.51.100.32", "rotated-new", "direct",
         f"{PUBLIC}; between the two connections the host got a new certificate and a new key, hours old")]))

for kind, client, flags in (("ticket", "openssl-resume12", ()), ("id", "openssl-resume12", ("-no_ticket",)),
                            ("psk", "openssl-resume13", ())):
    direct(f"resumed-{kind}", (client,), OpenSsl("merrow", flags), "shop.merrow-tea.example", "203.0.113.33",
           "inconclusive", "resumed session: no Certificate message")

# --- direct, private ------------------------------------------------------------------------------------------------

direct("internal-plain", ("curl", "openssl-tls12"), OpenSsl("internal-plain"), "git.halvard.lan", "10.20.0.11",
       "inconclusive", "private CA on an internal name and a private address; nothing in it tells a server's own "
       "certificate from a minted one", trust=("halvard",))
direct("internal-adcs", ("curl", "java17-tls12"), OpenSsl("internal-adcs"), "reports.ad.halvard.internal", "10.20.0.12",
       "direct", "private CA on an internal name and a private address; AD CS template, ldap:/// AIA and CRLDP, serial of "
       "19 octets: enrolled, not minted", trust=("halvard-dc",))
direct("internal-acme", ("openssl", "curl-tls12"), OpenSsl("internal-acme"), "wiki.halvard.lan", "10.20.0.13",
       "direct", "private CA on an internal name and a private address; 24 h, minutes old, but the extension names the "
       "step-ca provisioner (ACME) that enrolled it", trust=("step",))
direct("internal-fresh", ("curl", "openssl-tls12"), OpenSsl("internal-fresh"), "build.halvard.lan", "10.20.0.14",
       "inconclusive", "private CA on an internal name and a private address; 24 h, minutes old: a private ACME server or "
       "a proxy", trust=("step",))
direct("owner-ca", ("openssl", "curl-tls12"), OpenSsl("owner-ca"), "support.coldharbour.example", "198.51.100.41",
       "inconclusive", "private CA of the site's own owner on a public-looking name: an interceptor would look the same",
       trust=("coldharbour",))
direct("appliance-factory", ("openssl-nosni", "curl-k"), OpenSsl("appliance-factory"), "nas.lan", "10.20.0.15",
       "direct", "self-signed appliance certificate on a private address, made in 2021, names its maker and serial number")
direct("appliance-boot", ("openssl-tls12", "curl-k"), OpenSsl("appliance-boot"), "gateway.home.arpa", "10.20.0.1",
       "direct", "self-signed certificate of a home gateway on a private address, made at its first boot a year ago")

FLEET = {"10.20.7.1": ("fleet-crane", "crane-07"), "10.20.7.2": ("fleet-gate", "gate"),
         "10.20.7.3": ("fleet-weigh", "weighbridge"), "10.20.7.4": ("fleet-berth", "berths")}
CASES.append(Case(
    "hd__fleet", ("curl", "openssl-tls12"), {address: OpenSsl(host) for address, (host, _) in FLEET.items()},
    [Row(f"{name}.brackwater.lan", address, host, "direct",
         "one private CA for one owner's internal names on private addresses; enrolled months apart, each for its own key "
         "and address, AIA and CRLDP lead to the owner's own host")
     for address, (host, name) in FLEET.items()],
    ("brackwater",)))

# --- captive portals ------------------------------------------------------------------------------------------------

CASES.append(Case(
    "hd__portal-http", ("curl", "openssl"), {"203.0.113.150": Portal()},
    [Row("maps.tern-atlas.example", "203.0.113.150", "tern", "inconclusive",
         "nothing is forged: a captive portal answers the ClientHello in plain HTTP")],
    mode="transparent", interceptor="portal"))
CASES.append(Case(
    "hd__portal-tls", ("curl-k", "openssl-tls12"), {"203.0.113.150": OpenSsl("guest-wlan")},
    [Row("maps.tern-atlas.example", "203.0.113.150", "tern", "inconclusive",
         "nothing is forged: a captive portal shows its own valid certificate for its own name")],
    mode="transparent", interceptor="portal"))

# --- intercepted ----------------------------------------------------------------------------------------------------

ALL = ("SERIAL", "VALIDITY", "SUBJECT", "USAGE", "KEY_IDENTIFIERS", "URLS", "POLICIES", "PROMISES")
LINDGREN, MERROW, CALDER, TERN = (
    "www.lindgren-cycles.example", "shop.merrow-tea.example", "news.calder-post.example", "maps.tern-atlas.example")
FAR, NEARBY = "203.0.113.50", "203.0.113.151"

intercepted("copy-all-rsa", ("curl", "openssl-tls12"), Minting(Forging("as-saltmarsh", ALL), {LINDGREN: "lindgren"}),
            LINDGREN, FAR, "lindgren", "intercepted",
            "every field and extension is the origin's, but the SCTs were made under another issuer key, and the CA sent "
            "bears an intermediate's name while it is self-signed and in no store")
intercepted("copy-all-ec", ("openssl", "java17-tls12"), Forged(Forging("as-e7", ALL), "merrow"),
            MERROW, NEARBY, "merrow", "intercepted",
            "every field and extension is the origin's, but the SCTs were made under another issuer key, and the CA sent "
            "bears an intermediate's name while it is self-signed and in no store")
intercepted("copy-all-real-chain", ("curl-k", "openssl-tls12"),
            Minting(Forging("as-saltmarsh", ALL, tail="ORIGIN"), {LINDGREN: "lindgren"}, one_record=True),
            LINDGREN, NEARBY, "lindgren", "intercepted",
            "the real intermediate follows, but it did not sign the leaf, nor do the SCTs verify")
intercepted("copy-all-leaf-only", ("openssl", "curl-tls12"), Forged(Forging("as-saltmarsh", ALL, tail="NOTHING"), "lindgren"),
            LINDGREN, FAR, "lindgren", "inconclusive",
            "every field and extension is the origin's and no issuer is sent: looks like a server that forgot its "
            "intermediate; neither signature nor SCTs can be checked")
intercepted("keep-scts", ("openssl", "curl-tls12"),
            Minting(Forging("tarn", ("VALIDITY", "SUBJECT", "USAGE", "URLS", "POLICIES", "PROMISES")), {CALDER: "calder"}),
            CALDER, FAR, "calder", "intercepted",
            "SCTs copied but made for another certificate; private CA on a public name")
intercepted("keep-urls", ("curl", "openssl-tls12", "java17"),
            Forged(Forging("tarn", ("VALIDITY", "USAGE", "URLS", "POLICIES")), "calder"),
            CALDER, NEARBY, "calder", "intercepted",
            "AIA and CRLDP of one CA and the public DV policy under the name of another, which is in no store; no SCT")
intercepted("ecdsa", ("openssl", "curl-tls12"),
            Minting(Forging("kell", ("SUBJECT",), key="EC", backdated="PT5M", life="P30D"), {LINDGREN: "lindgren"}),
            LINDGREN, FAR, "lindgren", "intercepted",
            "private CA on a public name, an organisation's name in the subject, minted minutes before the connection; EC leaf")
intercepted("dates-and-policy", ("curl", "openssl-tls12"),
            Forged(Forging("tarn", ("SERIAL", "VALIDITY", "SUBJECT", "USAGE", "POLICIES")), "lindgren"),
            LINDGREN, NEARBY, "lindgren", "intercepted",
            "claims the public OV policy, but the CA is in no trust store and there are no SCTs; serial and validity copied")
intercepted("dates-only", ("openssl", "curl-tls12"),
            Forged(Forging("tarn", ("SERIAL", "VALIDITY", "SUBJECT")), "merrow"),
            MERROW, FAR, "merrow", "inconclusive",
            "private CA on a public-looking name, leaf dated weeks back, no claim of being public: the owner's own CA would "
            "look the same")
intercepted("minted-now", ("openssl-tls12", "curl", "java17-tls12"),
            Minting(Forging("tarn", ("USAGE",)), {CALDER: "calder"}, pause="PT0.140S", cold=True),
            CALDER, FAR, "calder", "intercepted",
            "founding pattern: ServerHello, 140 ms, the rest; private CA on a public name, minted as the client asked")
intercepted("authority-key", ("openssl", "curl-tls12"),
            Minting(Forging("tarn", ("VALIDITY", "SUBJECT"), key="AUTHORITY"), {CALDER: "calder"}),
            CALDER, NEARBY, "calder", "intercepted",
            "the leaf's key is the issuing CA's own key")
intercepted("root-name", ("py-ssl", "openssl-tls12"),
            Forged(Forging("as-root", ("USAGE",), backdated="P2D", life="P180D"), "lindgren"),
            LINDGREN, FAR, "lindgren", "intercepted",
            "the issuer bears a public root's name, but that root's key did not sign it; the CA sent is not the one in the store")
intercepted("six-day-forged", ("curl", "openssl-tls12"),
            Minting(Forging("commons", ("USAGE",), backdated="PT1H", life="PT160H", flags=("--claims-dv",)), {MERROW: "merrow"},
                    one_record=True),
            MERROW, NEARBY, "merrow", "intercepted",
            "claims the public DV policy, but the CA is in no trust store and there are no SCTs")
intercepted("own-log", ("openssl", "curl-tls12"),
            Forged(Forging("commons", ("USAGE",), backdated="PT1H", life="P90D", flags=("--claims-dv", "--own-log")), "tern"),
            TERN, FAR, "tern", "intercepted",
            "claims the public DV policy, but the CA is in no trust store and its SCT is of a log that nobody knows")
intercepted("internal-origin", ("curl", "openssl-tls12"),
            Minting(Forging("tarn", ("USAGE",)), {"git.halvard.lan": "internal-plain"}),
            "git.halvard.lan", "10.20.0.11", "internal-plain", "inconclusive",
            "private CA on an internal name and a private address, minted seconds ago: the real certificate is of a private "
            "CA too, and a private ACME server issues as fast")
for kind, client in (("ticket", "openssl-resume12"), ("psk", "openssl-resume13")):
    intercepted(f"resumed-{kind}", (client,), Forged(Forging("tarn", ("VALIDITY",)), "tern"), TERN, FAR, "tern",
                "inconclusive", "resumed session: no Certificate message")

SITES = {LINDGREN: ("lindgren", "203.0.113.151"), MERROW: ("merrow", "203.0.113.152"), CALDER: ("calder", "203.0.113.153"),
         TERN: ("tern", "203.0.113.154")}
EXEMPT = {"bank.ostrava-savings.example": ("ostrava", "203.0.113.155"),
          "portal.fairlea-clinic.example": ("fairlea", "203.0.113.156")}
SHARED_KEY = Minting(Forging("kell", ("VALIDITY", "SUBJECT"), key="SHARED"), {sni: site for sni, (site, _) in SITES.items()})
MIXED = Minting(Forging("tarn", ("VALIDITY", "SUBJECT", "USAGE")), {sni: site for sni, (site, _) in SITES.items()})

CASES.append(Case(
    "hi__one-key", ("curl", "openssl-tls12"), {address: SHARED_KEY for _, address in list(SITES.values())[:3]},
    [Row(sni, address, site, "intercepted", "three unrelated public sites show one leaf key, under one private CA")
     for sni, (site, address) in list(SITES.items())[:3]],
    ("kell",), "transparent", "intercepted", "lab-one-key"))
CASES.append(Case(
    "hi__mixed", ("curl", "openssl-tls12"),
    {address: MIXED for _, address in SITES.values()} | {address: OpenSsl(site) for site, address in EXEMPT.values()},
    [Row(sni, address, site, "intercepted", "one private CA signs four unrelated public sites while two others come through "
         "untouched") for sni, (site, address) in SITES.items()]
    + [Row(sni, address, site, "direct", f"bypassed by the interceptor: {PUBLIC}", "direct")
       for sni, (site, address) in EXEMPT.items()],
    ("tarn",), "transparent", "intercepted", "lab-mixed"))
