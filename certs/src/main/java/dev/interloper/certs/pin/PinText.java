package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Reads one pin. */
final class PinText {
    /** The longest form is a role, a prefix and 95 characters of hexadecimal. */
    private static final int MAX = 160;

    private static final int DIGEST = 32;
    private static final String KEY = "sha256/";
    private static final String CERTIFICATE = "cert-sha256/";
    private static final String HPKP = "pin-sha256=\"";

    private PinText() {}

    static Pin parse(String text) {
        if (text.length() > MAX) {
            throw at(0, "a pin has at most " + MAX + " characters, this has " + text.length());
        }
        for (Pin.Role role : Pin.Role.values()) {
            String prefix = role.prefix();
            if (!prefix.isEmpty() && text.startsWith(prefix)) {
                return withoutRole(text, prefix.length()).withRole(role);
            }
        }
        return withoutRole(text, 0);
    }

    private static Pin withoutRole(String text, int from) {
        if (text.startsWith(HPKP, from) && text.endsWith("\"") && text.length() > from + HPKP.length()) {
            String value = text.substring(from + HPKP.length(), text.length() - 1);
            return key(digest(value, from + HPKP.length()));
        }
        if (text.startsWith(CERTIFICATE, from)) {
            int start = from + CERTIFICATE.length();
            return new Pin(Pin.Kind.CERTIFICATE, Pin.Role.ANY, digest(text.substring(start), start));
        }
        if (text.startsWith(KEY, from)) {
            int start = from + KEY.length();
            // curl writes two slashes; a Base64 text may begin with a slash of its own, and is 44 characters then
            boolean curl = text.startsWith("/", start) && text.length() - start == 45;
            start += curl ? 1 : 0;
            return key(digest(text.substring(start), start));
        }
        if (text.startsWith("sha1/", from) || text.startsWith("pin-sha1", from)) {
            throw at(from, "SHA-1 pins are refused, SHA-1 is broken; pin the same key with sha256/");
        }
        throw at(
                from,
                "a pin begins with sha256/ (a key) or cert-sha256/ (a certificate), maybe after a role such as ca: ,"
                        + " this is " + PinSyntaxException.quoted(text));
    }

    private static Pin key(PublicKeyHash digest) {
        return new Pin(Pin.Kind.PUBLIC_KEY, Pin.Role.ANY, digest);
    }

    /** 32 octets in Base64, either alphabet, padded or not, or in hexadecimal, with colons or without. */
    static PublicKeyHash digest(String text, int offset) {
        String hex = text.length() == 3 * DIGEST - 1 ? withoutColons(text) : text;
        try {
            if (hex.length() == 2 * DIGEST) {
                return PublicKeyHash.fromHex(hex.toLowerCase(Locale.ROOT));
            }
            byte[] octets = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            if (octets.length == DIGEST) {
                return PublicKeyHash.fromHex(HexFormat.of().formatHex(octets));
            }
            throw at(offset, "a SHA-256 digest has 32 octets, this has " + octets.length);
        } catch (PinSyntaxException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw at(
                    offset,
                    "a SHA-256 digest is 44 characters of Base64 or 64 hexadecimal digits, this is "
                            + PinSyntaxException.quoted(text));
        }
    }

    private static String withoutColons(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i % 3 != 2) {
                digits.append(text.charAt(i));
            } else if (text.charAt(i) != ':') {
                return text;
            }
        }
        return digits.toString();
    }

    private static PinSyntaxException at(int offset, String reason) {
        return new PinSyntaxException(1, offset + 1, reason);
    }
}
