package dev.interloper.core.cure;

import java.util.ArrayList;
import java.util.List;

/** A regular expression for the addresses of an IPv4 block, and for no others. */
final class OctetPattern {

    private static final String ANY = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private OctetPattern() {}

    static String of(Cidr block) {
        List<String> octets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int fixed = Math.max(0, Math.min(8, block.prefix() - 8 * i));
            int low = block.octet(i);
            int high = low | (1 << (8 - fixed)) - 1;
            octets.add(fixed == 0 ? ANY : range(low, high));
        }
        return String.join("\\.", octets);
    }

    /** A block's octets are at most 256 numbers: naming each is exact, and plain to check. */
    private static String range(int low, int high) {
        if (low == high) {
            return String.valueOf(low);
        }
        List<String> numbers = new ArrayList<>();
        for (int number = low; number <= high; number++) {
            numbers.add(String.valueOf(number));
        }
        return "(" + String.join("|", numbers) + ")";
    }
}
