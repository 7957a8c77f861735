package dev.interloper.core.diagnosis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses with which resolvers answer for names that they block. */
final class Sinkholes {

    private static final Map<String, String> KNOWN = read();

    private Sinkholes() {}

    private static Map<String, String> read() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Sinkholes.class.getResourceAsStream("sinkholes.tsv"), "sinkholes.tsv"),
                StandardCharsets.UTF_8)) {
            return Rows.read(in, "sinkholes.tsv", List.of("address", "whose", "date", "source")).stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.cell(0), row -> row.cell(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled sinkholes are damaged", e);
        }
    }

    static Optional<String> of(String address) {
        return Optional.ofNullable(KNOWN.get(address));
    }
}
