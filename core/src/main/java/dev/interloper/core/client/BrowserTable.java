package dev.interloper.core.client;

import dev.interloper.core.spi.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of browsers' hellos: {@code browsers.tsv}, read once. */
final class BrowserTable {

    private static final String RESOURCE = "browsers.tsv";
    private static final List<String> COLUMNS =
            List.of("family", "from", "through", "rule", "values", "grade", "date", "source");
    private static final Map<String, BrowserFamily> FAMILIES = byKey(BrowserFamily.values(), BrowserFamily::key);
    private static final Map<String, BrowserRule> RULES = byKey(BrowserRule.values(), BrowserRule::key);

    private static final List<BrowserRow> ROWS = load();

    private BrowserTable() {}

    static List<BrowserRow> rows() {
        return ROWS;
    }

    /** Rows for a client, the families' own order kept. */
    static List<BrowserRow> rowsFor(UserAgent client) {
        return ROWS.stream().filter(row -> row.appliesTo(client)).toList();
    }

    private static List<BrowserRow> load() {
        try (InputStream in = BrowserTable.class.getResourceAsStream(RESOURCE)) {
            return read(new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BrowserRow> read(Reader reader) throws IOException {
        List<BrowserRow> rows = new ArrayList<>();
        for (DataRows.Row row : DataRows.read(reader, RESOURCE, COLUMNS)) {
            BrowserRule rule = Objects.requireNonNull(RULES.get(row.cell(3)), "rule");
            rows.add(new BrowserRow(
                    Objects.requireNonNull(FAMILIES.get(row.cell(0)), "family"),
                    Integer.parseInt(row.cell(1)),
                    row.cell(2).equals("-") ? BrowserRow.FOR_EVER : Integer.parseInt(row.cell(2)),
                    rule,
                    DataRows.set(row.cell(4)),
                    grade(row.cell(5)),
                    row.cell(7)));
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

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
