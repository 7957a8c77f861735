package dev.interloper.certs.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a table that comes with the library, line by line. A damaged one is a fault of the library. */
public final class BundledTable {
    /** Takes one line. */
    @FunctionalInterface
    public interface LineReader {
        /** Reads a line; what it throws is told with the table's name and the line's number. */
        void line(String line) throws Exception;
    }

    private BundledTable() {}

    /** Reads a resource beside a class. */
    public static void read(Class<?> beside, String resource, LineReader reader) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the library");
            }
            read(resource, in, reader);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    /** Reads a stream, which is not closed. */
    public static void read(String name, InputStream in, LineReader reader) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                reader.line(line);
            } catch (Exception e) { // of any kind: the table is wrong there
                throw new IllegalStateException(name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
    }

    /** The columns of a row, of which there have to be so many. */
    public static String[] columns(String line, int expected) {
        String[] columns = line.split("\t", -1);
        if (columns.length != expected) {
            throw new IllegalArgumentException(columns.length + " columns, expected " + expected);
        }
        return columns;
    }
}
