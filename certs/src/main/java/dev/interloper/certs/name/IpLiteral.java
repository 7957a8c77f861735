package dev.interloper.certs.name;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses from text without asking a resolver (RFC 4291 2.2; RFC 6943 3.1.1 strict form for IPv4). */
final class IpLiteral {
    private static final int GROUPS = 8;

    private IpLiteral() {}

    /** Four octets, or sixteen; an IPv4-mapped address gives four. */
    static Optional<byte[]> parse(String text) {
        byte[] address = text.indexOf(':') >= 0 ? v6(withoutBrackets(text)) : v4(text);
        return Optional.ofNullable(address).map(IpLiteral::unmapped);
    }

    private static String withoutBrackets(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String inner = bracketed ? text.substring(1, text.length() - 1) : text;
        int zone = inner.indexOf('%');
        return zone > 0 && zone < inner.length() - 1 ? inner.substring(0, zone) : inner;
    }

    private static byte @Nullable [] v4(String text) {
        byte[] octets = new byte[4];
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            int value = number(parts[i], 10, 3);
            if (value < 0 || value > 255 || (parts[i].length() > 1 && parts[i].charAt(0) == '0')) {
                return null;
            }
            octets[i] = (byte) value;
        }
        return octets;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = groups(text);
            return all != null && all.length == GROUPS ? join(all, new int[0]) : null;
        }
        int[] head = groups(text.substring(0, gap));
        int[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length >= GROUPS) {
            return null;
        }
        return join(head, tail);
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        String last = parts[parts.length - 1];
        byte[] embedded = last.indexOf('.') >= 0 ? v4(last) : null;
        int plain = embedded == null ? parts.length : parts.length - 1;
        int[] groups = new int[embedded == null ? plain : plain + 2];
        if (groups.length > GROUPS) {
            return null;
        }
        for (int i = 0; i < plain; i++) {
            groups[i] = number(parts[i], 16, 4);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (embedded != null) {
            groups[plain] = (embedded[0] & 0xff) << 8 | (embedded[1] & 0xff);
            groups[plain + 1] = (embedded[2] & 0xff) << 8 | (embedded[3] & 0xff);
        }
        return groups;
    }

    private static byte[] join(int[] head, int[] tail) {
        byte[] octets = new byte[2 * GROUPS];
        for (int i = 0; i < head.length; i++) {
            put(octets, i, head[i]);
        }
        for (int i = 0; i < tail.length; i++) {
            put(octets, GROUPS - tail.length + i, tail[i]);
        }
        return octets;
    }

    private static void put(byte[] octets, int group, int value) {
        octets[2 * group] = (byte) (value >> 8);
        octets[2 * group + 1] = (byte) value;
    }

    private static int number(String digits, int radix, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static byte[] unmapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return address;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        return new byte[] {address[12], address[13], address[14], address[15]};
    }

    /** Text of an address: dotted, or IPv6 as in RFC 5952. */
    static String format(byte[] address) {
        if (address.length == 4) {
            return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "."
                    + (address[3] & 0xff);
        }
        int[] run = longestZeroRun(address);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == run[0]) {
                text.append("::");
                i += run[1] - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(address, i)));
        }
        return text.toString();
    }

    private static int[] longestZeroRun(byte[] address) {
        int[] best = {-1, 1};
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && group(address, end) == 0) {
                end++;
            }
            if (end - start > best[1]) {
                best = new int[] {start, end - start};
            }
            start = Math.max(start, end);
        }
        return best;
    }

    private static int group(byte[] address, int i) {
        return (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
    }
}
