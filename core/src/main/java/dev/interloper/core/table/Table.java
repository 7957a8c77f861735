package dev.interloper.core.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads data files of the form that the package describes. Stateless, thread-safe.
 *
 * @since 0.1
 */
public final class Table {

    private static final int MAX_ROWS = 100_000;

    private Table() {}

    /**
     * Reads rows. The reader is read to its end, or to the first bad row, and not closed.
     *
     * @param reader the text
     * @param file what to call the file in errors
     * @param columns the names that the columns must have
     * @return the rows in their order, immutable
     * @throws TableException if the columns are other ones, a row has more or fewer cells, or there are more than 100,000 rows
     * @throws IOException if reading fails
     */
    public static List<Row> read(Reader reader, String file, List<String> columns) throws IOException {
        Objects.requireNonNull(file, "file");
        BufferedReader lines = new BufferedReader(Objects.requireNonNull(reader, "reader"));
        List<String> names = List.copyOf(columns);
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.asList(text.split("\t", -1));
            if (!headed) {
                if (!cells.equals(names)) {
                    throw new TableException(
                            file,
                            number,
                            "expected the names of the columns, separated by tabs: " + String.join(" ", names));
                }
                headed = true;
            } else if (cells.size() != names.size()) {
                throw new TableException(
                        file, number, "expected " + names.size() + " cells separated by tabs, found " + cells.size());
            } else if (rows.size() == MAX_ROWS) {
                throw new TableException(file, number, "expected no more than " + MAX_ROWS + " rows");
            } else {
                rows.add(new Row(file, number, names, cells));
            }
        }
        return List.copyOf(rows);
    }

    /**
     * Reads what stands in a file.
     *
     * @param <T> what
     * @since 0.1
     */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * Reads.
         *
         * @param reader the text
         * @param file what to call the file in errors
         * @return what stands in it
         * @throws IOException if it is not as it must be
         */
        T parse(Reader reader, String file) throws IOException;
    }

    /**
     * Reads a file that comes with the library.
     *
     * @param <T> what stands in it
     * @param beside a class of its package
     * @param file its name
     * @param parser reads it
     * @return what stands in it
     * @throws UncheckedIOException if it is damaged
     */
    public static <T> T bundled(Class<?> beside, String file, Parser<T> parser) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return parser.parse(reader, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + file + " is damaged", e);
        }
    }
}
