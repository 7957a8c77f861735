package dev.interloper.boards.trust;

import dev.interloper.boards.corpus.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is decided about limbo's cases beforehand, and lies beside this class. */
final class Lists {

    private Lists() {}

    /** For each core case that must fail, the codes of which one has to be found. */
    static Map<String, List<String>> codes() throws IOException {
        Map<String, List<String>> codes = new HashMap<>();
        for (Map<String, String> row : Table.rows(text("limbo-codes.tsv"))) {
            codes.put(
                    row.getOrDefault("case", ""),
                    Arrays.asList(row.getOrDefault("codes", "").split("\\|", -1)));
        }
        return codes;
    }

    /** The core cases that no program judged right that was measured for x509-limbo at its commit 8a2e6f4. */
    static Set<String> unsolved() throws IOException {
        return text("limbo-unsolved.txt").lines().collect(Collectors.toUnmodifiableSet());
    }

    static String text(String resource) throws IOException {
        try (InputStream in = Lists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
