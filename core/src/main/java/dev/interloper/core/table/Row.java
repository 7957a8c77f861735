package dev.interloper.core.table;

import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a data file, its cells asked for by the names of their columns. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Row {

    private static final int MAX_QUOTED = 200;

    private final String file;
    private final int line;
    private final List<String> columns;
    private final List<String> cells;

    Row(String file, int line, List<String> columns, List<String> cells) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = List.copyOf(cells);
    }

    /**
     * Where the row stands.
     *
     * @return the number of the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * What is wrong with the row.
     *
     * @param what what was expected, and what was found
     * @return the error, to be thrown
     */
    public TableException problem(String what) {
        return new TableException(file, line, what);
    }

    /**
     * A cell as it stands.
     *
     * @param column its column
     * @return its text, perhaps empty or with blanks around it
     * @throws IllegalArgumentException if there is no such column
     */
    public String cell(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("column: expected one of " + columns + ", found " + column);
        }
        return cells.get(at);
    }

    /**
     * A cell that must hold something.
     *
     * @param column its column
     * @return its text
     * @throws TableException if it is empty or a hyphen, or has blanks around its text
     */
    public String text(String column) throws TableException {
        String cell = cell(column);
        if (cell.isEmpty() || cell.equals("-") || !cell.equals(cell.strip())) {
            throw expected("a text without blanks around it", column);
        }
        return cell;
    }

    /**
     * A cell in which a hyphen, or nothing, stands for nothing.
     *
     * @param column its column
     * @return its text
     */
    public Optional<String> optional(String column) {
        return Optional.of(cell(column)).filter(cell -> !cell.isEmpty() && !cell.equals("-"));
    }

    /**
     * A cell of several parts between commas; a hyphen, or nothing, stands for none.
     *
     * @param column its column
     * @return the parts, without blanks around them
     */
    public List<String> list(String column) {
        return optional(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /**
     * A cell that names one of a few things, in capitals as the constant does or in lower case with hyphens.
     *
     * @param <E> the things
     * @param type the things
     * @param column its column
     * @return which
     * @throws TableException if it is none of them
     */
    public <E extends Enum<E>> E constant(Class<E> type, String column) throws TableException {
        return named(type, cell(column)).orElseThrow(() -> expected("one of " + keys(type), column));
    }

    /**
     * A cell that names some of a few things, between commas.
     *
     * @param <E> the things
     * @param type the things
     * @param column its column
     * @return which
     * @throws TableException if it names something else
     */
    public <E extends Enum<E>> List<E> constants(Class<E> type, String column) throws TableException {
        List<Optional<E>> found =
                list(column).stream().map(name -> named(type, name)).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            throw expected("some of " + keys(type), column);
        }
        return found.stream().flatMap(Optional::stream).toList();
    }

    /**
     * A cell that holds a day.
     *
     * @param column its column
     * @return the day
     * @throws TableException if it is none
     */
    public LocalDate date(String column) throws TableException {
        try {
            return LocalDate.parse(cell(column));
        } catch (DateTimeParseException e) {
            throw expected("a date such as 2026-11-22", column);
        }
    }

    /**
     * What is wrong with a cell.
     *
     * @param what what was expected
     * @param column its column
     * @return the error, to be thrown; it quotes the cell
     */
    public TableException expected(String what, String column) {
        String cell = cell(column);
        String head = cell.substring(0, Math.min(MAX_QUOTED, cell.length()));
        return problem("expected " + what + " in column " + column + ", found '"
                + Bytes.copyOf(head.getBytes(StandardCharsets.UTF_8)).printable() + "'");
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.name().equals(name) || key(constant).equals(name))
                .findFirst();
    }

    private static <E extends Enum<E>> List<String> keys(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Row::key).sorted().toList();
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the row stands, and its cells. */
    @Override
    public String toString() {
        return file + ", line " + line + ": " + String.join(" | ", cells);
    }
}
