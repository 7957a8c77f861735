package dev.interloper.handshake.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The captures that are too many, or not free, to be kept here: {@code -Dinterloper.corpora=FOLDER} says where they are. */
final class Corpora {

    private static final String PROPERTY = "interloper.corpora";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpora() {}

    /** A corpus's folder; without it, the test is skipped. */
    static Path require(String name) {
        String root = System.getProperty(PROPERTY, "");
        Path folder = Path.of(root, name);
        assumeTrue(
                !root.isEmpty() && Files.isDirectory(folder),
                "no corpus '" + name + "': set -D" + PROPERTY + " to the folder that holds it");
        return folder;
    }

    /** A table's rows as maps from column to cell. */
    static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
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

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    /** A cell that holds JSON. */
    static JsonNode parse(String cell) {
        try {
            return JSON.readTree(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
