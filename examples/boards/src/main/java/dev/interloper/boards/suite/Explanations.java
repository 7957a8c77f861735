package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The reviewed list of differences whose reason is known. A difference in it is still one: it is shown with its reason. */
final class Explanations {

    private static final String RESOURCE = "explained-differences.tsv";

    private record Row(String capture, String frame, Pattern fields, String reason) {

        boolean covers(String otherCapture, long otherFrame, List<String> otherFields) {
            return (capture.equals("*") || capture.equals(otherCapture))
                    && (frame.equals("*") || frame.equals(Long.toString(otherFrame)))
                    && otherFields.stream()
                            .allMatch(field -> fields.matcher(field).matches());
        }
    }

    private final List<Row> rows = new ArrayList<>();

    private Explanations() {}

    static Explanations reviewed() throws IOException {
        try (InputStream in = Explanations.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("no " + RESOURCE);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** A table of capture, frame, fields (a regular expression that has to match each differing field's name) and reason. */
    static Explanations of(String table) {
        Explanations explanations = new Explanations();
        for (Map<String, String> row : Table.rows(table)) {
            explanations.rows.add(new Row(
                    row.getOrDefault("capture", ""),
                    row.getOrDefault("frame", ""),
                    Pattern.compile(row.getOrDefault("fields", "")),
                    row.getOrDefault("reason", "")));
        }
        return explanations;
    }

    /** {@code  (explained: reason)}, or {@code  (unexplained)}. */
    String suffix(String capture, long frame, List<String> fields) {
        return rows.stream()
                .filter(row -> row.covers(capture, frame, fields))
                .findFirst()
                .map(row -> " (explained: " + row.reason() + ")")
                .orElse(" (unexplained)");
    }
}
