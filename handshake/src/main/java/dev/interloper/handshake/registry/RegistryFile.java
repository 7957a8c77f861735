package dev.interloper.handshake.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables beside this class. */
final class RegistryFile {

    private static final String UNREGISTERED = "unregistered";

    private RegistryFile() {}

    static Map<Integer, RegistryEntry> read(String registry) {
        Map<Integer, RegistryEntry> entries = new TreeMap<>();
        for (String[] row : rows(registry, 3)) {
            int number = Integer.decode(row[0]);
            entries.put(number, new RegistryEntry(number, row[1], row[2], true));
        }
        for (String[] row : rows(UNREGISTERED, 4)) {
            int number = Integer.decode(row[1]);
            if (row[0].equals(registry)) {
                entries.putIfAbsent(number, new RegistryEntry(number, row[2], row[3], false));
            }
        }
        return entries;
    }

    private static Iterable<String[]> rows(String name, int columns) {
        String file = name + ".tsv";
        try (InputStream in = RegistryFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
