package dev.interloper.core;

import dev.interloper.core.product.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where a vendor's products take bypass entries: {@code bypass-places.tsv}, read once. */
final class BypassPlaces {

    private static final Map<String, String> PLACES = load();

    private BypassPlaces() {}

    /** The place for a product, by the first row whose word its name or vendor contains. */
    static Optional<String> of(Product product) {
        String name = (product.name() + " " + product.vendor()).toLowerCase(Locale.ROOT);
        return PLACES.entrySet().stream()
                .filter(row -> name.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> load() {
        Map<String, String> places = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                        BypassPlaces.class.getResourceAsStream("bypass-places.tsv"), "bypass-places.tsv");
                BufferedReader rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (row.isEmpty() || row.startsWith("#")) {
                    continue;
                }
                String[] columns = row.split("\t", -1);
                if (columns.length != 4) {
                    throw new IllegalStateException("bypass-places.tsv: expected 4 columns: " + row);
                }
                places.put(columns[0].toLowerCase(Locale.ROOT), columns[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
