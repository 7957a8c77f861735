package dev.interloper.boards.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of tab-separated cells whose first line names the columns, with or without a number sign before them. */
public final class Table {

    private Table() {}

    /**
     * Its rows, as maps from column to cell.
     *
     * @param file the table
     * @return in the file's order; none where there is no such file
     * @throws IOException if it cannot be read
     */
    public static List<Map<String, String>> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? rows(Files.readString(file, StandardCharsets.UTF_8)) : List.of();
    }

    /**
     * The rows of a table's text.
     *
     * @param text its lines
     * @return in the text's order
     */
    public static List<Map<String, String>> rows(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        if (lines.isEmpty()) {
            return rows;
        }
        String[] columns = lines.get(0).replaceFirst("^#", "").split("\t", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < cells.length ? cells[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }
}
