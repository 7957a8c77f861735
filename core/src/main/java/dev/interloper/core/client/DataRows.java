package dev.interloper.core.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows of a file of tab-separated cells whose first line, after comments, names the columns. */
final class DataRows {

    /** The cells of a row, and where it stands. */
    record Row(int line, List<String> cells) {
        String cell(int column) {
            return cells.get(column);
        }
    }

    private DataRows() {}

    static List<Row> read(Reader reader, String file, List<String> columns) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int line = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.asList(text.split("\t", -1));
            if (!headed) {
                headed = true;
                if (!cells.equals(columns)) {
                    throw new HelloDataException(
                            file, line, "expected the names of the columns: " + String.join(" ", columns));
                }
            } else if (cells.size() != columns.size()) {
                throw new HelloDataException(
                        file, line, "expected " + columns.size() + " columns, found " + cells.size());
            } else {
                rows.add(new Row(line, cells));
            }
        }
        return rows;
    }

    /** Hexadecimal numbers between commas, none for a hyphen. */
    static List<Integer> numbers(String cell) {
        if (cell.equals("-")) {
            return List.of();
        }
        return Arrays.stream(cell.split(",", -1)).map(DataRows::number).toList();
    }

    static Set<Integer> set(String cell) {
        return new TreeSet<>(numbers(cell));
    }

    static int number(String hex) {
        int value = Integer.parseInt(hex, 16);
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("expected a number of 16 bits, found " + hex);
        }
        return value;
    }
}
