package dev.interloper.core.client;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Code points in the cells of data files: hexadecimal, between commas, none for a hyphen. */
final class Numbers {

    private Numbers() {}

    static List<Integer> list(String cell) {
        return cell.equals("-")
                ? List.of()
                : Arrays.stream(cell.split(",", -1)).map(Numbers::number).toList();
    }

    static Set<Integer> set(String cell) {
        return new TreeSet<>(list(cell));
    }

    static int number(String hex) {
        int value = Integer.parseInt(hex, 16);
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("expected a number of 16 bits, found " + hex);
        }
        return value;
    }
}
