package dev.interloper.core.cure;

import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.handshake.wire.Bytes;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads destinations strictly: what is let through here ends up in configuration files. One instance reads one text. */
final class BypassTargetReader {

    private static final int MAX_TEXT = 300;
    private static final int MAX_NAME = 253;
    private static final int MAX_PORT = 65_535;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String NUMBER = "[0-9]+|0x[0-9a-f]*"; // inet_aton(3) reads such a last label as an address
    private static final String DEVIATION = ".*[\u00df\u1e9e\u03c2\u200c\u200d].*"; // RFC 5894 section 7.2

    private final String text;

    BypassTargetReader(String text) {
        this.text = text;
    }

    BypassTarget read() throws BypassTargetException {
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw refused("expected a host, a domain, an address or a block of addresses");
        }
        int colon = portColon();
        int port = colon < 0 ? 0 : port(text.substring(colon + 1));
        String bare = colon < 0 ? text : text.substring(0, colon);
        boolean brackets = bare.startsWith("[") && bare.endsWith("]");
        bare = brackets ? bare.substring(1, bare.length() - 1) : bare;
        int slash = bare.indexOf('/');
        Optional<Cidr> address = Cidr.address(slash < 0 ? bare : bare.substring(0, slash));
        if (brackets && address.map(Cidr::isV4).orElse(true)) {
            throw refused("brackets are for IPv6 addresses");
        }
        if (address.isPresent()) {
            if (address.get().isV4() && bare.indexOf(':') >= 0) {
                throw refused(
                        "write an address of IPv4 as such: " + address.get().addressText());
            }
            return slash < 0
                    ? BypassTarget.of(address.get(), port)
                    : BypassTarget.of(block(address.get(), bare.substring(slash + 1)), port);
        }
        if (slash >= 0) {
            throw refused("expected an address before the slash: paths are not seen before decryption");
        }
        return name(bare, port);
    }

    /** Where a port begins; -1 if there is none. */
    private int portColon() {
        int colon = text.lastIndexOf(':');
        boolean literal = colon >= 0 && text.indexOf(':') != colon && !text.startsWith("[");
        return literal || text.endsWith("]") ? -1 : colon;
    }

    private int port(String digits) throws BypassTargetException {
        if (!digits.matches("[1-9][0-9]{0,4}") || Integer.parseInt(digits) > MAX_PORT) {
            throw refused("expected a port from 1 to 65535 behind the colon");
        }
        return Integer.parseInt(digits);
    }

    private Cidr block(Cidr address, String prefix) throws BypassTargetException {
        if (!prefix.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(prefix) > address.bits()) {
            throw refused("expected a prefix length from 0 to " + address.bits());
        }
        Cidr block = address.of(Integer.parseInt(prefix));
        if (block.prefix() < block.shortestPrefix()) {
            throw refused("a block so wide would except much of the Internet from inspection");
        }
        if (!block.network().equals(address.network())) {
            throw refused("the address has bits behind the prefix; the block would be " + block);
        }
        return block;
    }

    private BypassTarget name(String written, int port) throws BypassTargetException {
        BypassTarget.Kind kind = written.startsWith("*.")
                ? BypassTarget.Kind.SUBDOMAINS
                : written.startsWith(".") ? BypassTarget.Kind.DOMAIN : BypassTarget.Kind.HOST;
        boolean domain = kind != BypassTarget.Kind.HOST;
        String name = ascii(domain ? written.substring(written.indexOf('.') + 1) : written);
        if (!name.matches(LABEL + "(\\." + LABEL + ")*") || name.length() > MAX_NAME) {
            throw refused("neither a host name nor an address");
        }
        if (name.substring(name.lastIndexOf('.') + 1).matches(NUMBER)) {
            throw refused("a number that some programs take for an address, written in no usual form");
        }
        PublicSuffixes suffixes = PublicSuffixes.bundled();
        if (suffixes.isPublicSuffix(name)
                || (domain && suffixes.covers("*." + name).isPresent())) {
            throw refused("a public suffix: it would except everybody's hosts from inspection");
        }
        return BypassTarget.of(kind, name, port);
    }

    private String ascii(String written) throws BypassTargetException {
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        if (name.matches(DEVIATION)) {
            throw refused(
                    "its characters stand for different hosts in IDNA 2003 and 2008: write it as A-labels (xn--)");
        }
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("not a host name");
        }
    }

    private BypassTargetException refused(String reason) {
        String head = text.substring(0, Math.min(MAX_TEXT, text.length()));
        String shown = Bytes.copyOf(head.getBytes(StandardCharsets.UTF_8)).printable();
        return new BypassTargetException(shown, reason);
    }
}
