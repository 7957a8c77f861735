package dev.interloper.core;

import dev.interloper.core.product.Product;
import dev.interloper.core.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a vendor's products take bypass entries: {@code bypass-places.tsv}, read once. */
final class BypassPlaces {

    private record Place(String word, String text) {}

    private static final List<Place> PLACES = Table.bundled(
            BypassPlaces.class,
            "bypass-places.tsv",
            (reader, file) -> Table.read(reader, file, List.of("word", "place", "date", "source")).stream()
                    .map(row -> new Place(row.cell("word"), row.cell("place")))
                    .toList());

    private BypassPlaces() {}

    /** The place for a product, by the first row whose word its name or vendor contains. */
    static Optional<String> of(Product product) {
        String name = (product.name() + " " + product.vendor()).toLowerCase(Locale.ROOT);
        return PLACES.stream()
                .filter(place -> name.contains(place.word()))
                .map(Place::text)
                .findFirst();
    }
}
