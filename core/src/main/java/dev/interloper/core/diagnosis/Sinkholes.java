package dev.interloper.core.diagnosis;

import dev.interloper.core.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses with which resolvers answer for names that they block. */
final class Sinkholes {

    private static final Map<String, String> KNOWN = Table.bundled(
            Sinkholes.class,
            "sinkholes.tsv",
            (reader, file) -> Table.read(reader, file, List.of("address", "whose", "date", "source")).stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.cell("address"), row -> row.cell("whose"))));

    private Sinkholes() {}

    static Optional<String> of(String address) {
        return Optional.ofNullable(KNOWN.get(address));
    }
}
