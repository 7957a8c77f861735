package dev.interloper.core.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the rows of a product file. One instance reads one file. */
final class ProductTable {

    private static final List<String> COLUMNS =
            List.of("product", "vendor", "kind", "field", "match", "pattern", "strength", "date", "source");

    private static final Map<String, ProductKind> KINDS = byKey(ProductKind.values(), ProductKind::key);
    private static final Map<String, ProductField> FIELDS = byKey(ProductField.values(), ProductField::key);
    private static final Map<String, MatchKind> MATCHES = byKey(MatchKind.values(), MatchKind::key);
    private static final Map<String, Strength> STRENGTHS = byKey(Strength.values(), Strength::key);

    private final String file;
    private final Map<String, Product> products = new HashMap<>();
    private int line;

    private ProductTable(String file) {
        this.file = file;
    }

    static List<ProductPattern> read(Reader reader, String file) throws IOException {
        return new ProductTable(file).rows(new BufferedReader(reader));
    }

    private List<ProductPattern> rows(BufferedReader reader) throws IOException {
        List<ProductPattern> rows = new ArrayList<>();
        boolean headed = false;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (headed) {
                rows.add(row(text));
            } else if (Arrays.asList(text.split("\t", -1)).equals(COLUMNS)) {
                headed = true;
            } else {
                throw problem("expected the names of the columns, separated by tabs: " + String.join(" ", COLUMNS));
            }
        }
        return rows;
    }

    private ProductPattern row(String text) throws ProductDataException {
        String[] cells = text.split("\t", -1);
        if (cells.length != COLUMNS.size()) {
            throw problem("expected " + COLUMNS.size() + " columns separated by tabs, found " + cells.length);
        }
        try {
            return ProductPattern.of(
                    product(untrimmed(cells, 0), untrimmed(cells, 1), known(KINDS, cells, 2)),
                    known(FIELDS, cells, 3),
                    known(MATCHES, cells, 4),
                    cells[5],
                    known(STRENGTHS, cells, 6),
                    LocalDate.parse(cells[7]),
                    untrimmed(cells, 8));
        } catch (DateTimeParseException e) {
            throw problem("expected a date such as 2026-11-22 in column date, found " + quote(cells[7]));
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private Product product(String name, String vendor, ProductKind kind) throws ProductDataException {
        Product product = new Product(name, vendor, kind);
        Product earlier = products.putIfAbsent(name, product);
        if (earlier != null && !earlier.equals(product)) {
            throw problem("expected vendor and kind of " + quote(name) + " as before, " + quote(earlier.vendor())
                    + " and " + earlier.kind().key() + ", found " + quote(vendor) + " and " + kind.key());
        }
        return earlier == null ? product : earlier;
    }

    private String untrimmed(String[] cells, int column) throws ProductDataException {
        String cell = cells[column];
        if (cell.isEmpty() || !cell.equals(cell.strip())) {
            throw problem("expected a text without blanks around it in column " + COLUMNS.get(column) + ", found "
                    + quote(cell));
        }
        return cell;
    }

    private <T> T known(Map<String, T> values, String[] cells, int column) throws ProductDataException {
        T value = values.get(cells[column]);
        if (value == null) {
            throw problem("expected one of " + values.keySet().stream().sorted().toList() + " in column "
                    + COLUMNS.get(column) + ", found " + quote(cells[column]));
        }
        return value;
    }

    private ProductDataException problem(String problem) {
        return new ProductDataException(file, line, problem);
    }

    private static String quote(String cell) {
        return '\'' + SafeText.of(cell) + '\'';
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
