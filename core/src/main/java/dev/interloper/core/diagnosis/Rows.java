package dev.interloper.core.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a table with named columns, separated by tabs; comments begin with a number sign. */
final class Rows {

    private static final int MAX_ROWS = 10_000;

    /** A row and where it stands. */
    record Row(String file, int line, List<String> cells) {

        RuleException problem(String what) {
            return new RuleException(file, line, what);
        }

        String cell(int column) {
            return cells.get(column).equals("-") ? "" : cells.get(column);
        }

        <E extends Enum<E>> E constant(Class<E> type, int column) throws RuleException {
            return constant(type, cell(column));
        }

        <E extends Enum<E>> E constant(Class<E> type, String name) throws RuleException {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw problem("expected a " + type.getSimpleName() + ", found \"" + name + "\"");
        }

        List<String> list(int column) {
            return cell(column).isEmpty()
                    ? List.of()
                    : Arrays.stream(cell(column).split(",", -1))
                            .map(String::strip)
                            .toList();
        }
    }

    private Rows() {}

    static List<Row> read(Reader reader, String file, List<String> columns) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(text.split("\t", -1));
            if (!headed) {
                if (!cells.equals(columns)) {
                    throw new RuleException(
                            file, number, "expected the columns, separated by tabs: " + String.join(" ", columns));
                }
                headed = true;
                continue;
            }
            if (cells.size() != columns.size() || rows.size() == MAX_ROWS) {
                throw new RuleException(
                        file,
                        number,
                        "expected " + columns.size() + " cells, found " + cells.size() + ", or too many rows");
            }
            rows.add(new Row(file, number, cells));
        }
        return rows;
    }
}
