package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.BundledTable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code log-list.tsv}; what its columns mean is written in its head. */
final class LogListTable {
    static final String DATE = "# date: ";
    static final String VERSION = "# version: ";

    private static final String RESOURCE = "log-list.tsv";
    private static final int COLUMNS = 10;

    private final LogListBuilder logs = new LogListBuilder();
    private Optional<Instant> date = Optional.empty();
    private String version = "";

    private LogListTable() {}

    /** Loads at first use, once. */
    private static final class Bundled {
        static final LogList LIST = load();

        private Bundled() {}
    }

    static LogList bundled() {
        return Bundled.LIST;
    }

    private static LogList load() {
        LogListTable table = new LogListTable();
        BundledTable.read(LogListTable.class, RESOURCE, table::line);
        return table.list();
    }

    static LogList read(InputStream in) throws IOException {
        LogListTable table = new LogListTable();
        BundledTable.read(RESOURCE, in, table::line);
        return table.list();
    }

    private LogList list() {
        return logs.build(version, date.orElseThrow(() -> new IllegalStateException(RESOURCE + " has no date")));
    }

    private void line(String line) {
        if (line.startsWith(DATE)) {
            date = Optional.of(Instant.parse(line.substring(DATE.length())));
        } else if (line.startsWith(VERSION)) {
            version = line.substring(VERSION.length());
        } else if (!line.startsWith("#")) {
            logs.add(entry(BundledTable.columns(line, COLUMNS)));
        }
    }

    private static LogEntry entry(String[] columns) {
        return new LogEntry(
                columns[0],
                columns[1],
                columns[2],
                columns[3].equals("tiled"),
                LogState.named(columns[4]),
                instant(columns[5]),
                Duration.ofSeconds(Long.parseLong(columns[6])),
                instant(columns[7]),
                instant(columns[8]),
                previous(columns[9]));
    }

    private static List<LogEntry.PreviousOperator> previous(String column) {
        List<LogEntry.PreviousOperator> previous = new ArrayList<>();
        for (String one : column.isEmpty() ? new String[0] : column.split("; ", -1)) {
            int at = one.indexOf(' ');
            Instant until = Instant.parse(one.substring(0, at));
            previous.add(new LogEntry.PreviousOperator(one.substring(at + 1), until));
        }
        return List.copyOf(previous);
    }

    private static Optional<Instant> instant(String column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(column));
    }
}
