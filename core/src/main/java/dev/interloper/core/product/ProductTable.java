package dev.interloper.core.product;

import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a product file. One instance reads one file. */
final class ProductTable {

    private static final List<String> COLUMNS =
            List.of("product", "vendor", "kind", "field", "match", "pattern", "strength", "date", "source");

    private final Map<String, Product> products = new HashMap<>();

    private ProductTable() {}

    static List<ProductPattern> read(Reader reader, String file) throws IOException {
        ProductTable table = new ProductTable();
        List<ProductPattern> patterns = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            patterns.add(table.pattern(row));
        }
        return patterns;
    }

    private ProductPattern pattern(Row row) throws TableException {
        try {
            return ProductPattern.of(
                    product(row),
                    row.constant(ProductField.class, "field"),
                    row.constant(MatchKind.class, "match"),
                    row.cell("pattern"),
                    row.constant(Strength.class, "strength"),
                    row.date("date"),
                    row.text("source"));
        } catch (IllegalArgumentException e) {
            throw row.problem(String.valueOf(e.getMessage()));
        }
    }

    private Product product(Row row) throws TableException {
        Product product = new Product(row.text("product"), row.text("vendor"), row.constant(ProductKind.class, "kind"));
        Product earlier = products.putIfAbsent(product.name(), product);
        if (earlier != null && !earlier.equals(product)) {
            throw row.expected(
                    "vendor and kind as before, " + SafeText.of(earlier.vendor()) + " and "
                            + earlier.kind().key(),
                    "vendor");
        }
        return earlier == null ? product : earlier;
    }
}
