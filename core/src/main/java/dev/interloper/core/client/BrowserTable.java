package dev.interloper.core.client;

import dev.interloper.core.spi.Grade;
import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of browsers' hellos: {@code browsers.tsv}, read once. */
final class BrowserTable {

    private static final List<String> COLUMNS =
            List.of("family", "from", "through", "rule", "values", "grade", "date", "source");

    private static final List<BrowserRow> ROWS = Table.bundled(BrowserTable.class, "browsers.tsv", BrowserTable::parse);

    private BrowserTable() {}

    static List<BrowserRow> rows() {
        return ROWS;
    }

    /** Rows for a client, the families' own order kept. */
    static List<BrowserRow> rowsFor(UserAgent client) {
        return ROWS.stream().filter(row -> row.appliesTo(client)).toList();
    }

    private static List<BrowserRow> parse(Reader reader, String file) throws IOException {
        List<BrowserRow> rows = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            rows.add(new BrowserRow(
                    row.constant(BrowserFamily.class, "family"),
                    Integer.parseInt(row.cell("from")),
                    row.optional("through").map(Integer::valueOf).orElse(BrowserRow.FOR_EVER),
                    row.constant(BrowserRule.class, "rule"),
                    Numbers.set(row.cell("values")),
                    grade(row.cell("grade")),
                    row.text("source")));
        }
        return List.copyOf(rows);
    }

    private static @Nullable Grade grade(String cell) {
        return switch (cell) {
            case "decisive" -> Grade.DECISIVE;
            case "strong" -> Grade.STRONG;
            default -> null;
        };
    }
}
