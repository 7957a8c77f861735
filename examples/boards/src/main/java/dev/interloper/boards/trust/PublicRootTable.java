package dev.interloper.boards.trust;

import dev.interloper.boards.corpus.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The keys of public roots as the folder lists them, by the SHA-256 of their SubjectPublicKeyInfo. */
final class PublicRootTable {

    static final String NAME = "public-roots/public-roots-union.tsv";

    private PublicRootTable() {}

    /** Those that a root programme vouches for. */
    static Set<String> usable(Path folder) throws IOException {
        return keys(folder, sources -> !sources.contains("UNVERIFIED"));
    }

    /** All of them. */
    static Set<String> all(Path folder) throws IOException {
        return keys(folder, sources -> true);
    }

    private static Set<String> keys(Path folder, Predicate<String> sources) throws IOException {
        return Table.read(folder.resolve(NAME)).stream()
                .filter(row -> sources.test(row.getOrDefault("sources", "")))
                .map((Map<String, String> row) ->
                        row.getOrDefault("spki_sha256", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
