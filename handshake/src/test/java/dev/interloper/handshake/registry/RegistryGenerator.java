package dev.interloper.handshake.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the tables of this package from IANA's CSV files. It needs nothing but a JDK:
 *
 * <pre>
 * java handshake/src/test/java/dev/interloper/handshake/registry/RegistryGenerator.java FACTS DATE \
 *     handshake/src/main/resources/dev/interloper/handshake/registry
 * </pre>
 *
 * <p>FACTS is a folder with NAME.csv (as IANA offers it beside each registry) and NAME.source for each table, the latter
 * with three lines: the registry's title, the date of its last update and where the CSV came from. DATE is the day the files were
 * collected. Ranges and rows that are unassigned or reserved are left out, and so is what a name was before.
 */
public final class RegistryGenerator {

    private RegistryGenerator() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: RegistryGenerator FACTS DATE OUTPUT");
            System.exit(64);
        }
        List<Path> files;
        try (var found = Files.list(Path.of(arguments[0]))) {
            files = found.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".csv", "");
            List<String> source = Files.readAllLines(file.resolveSibling(name + ".source"));
            String table = generate(Files.readString(file), source, arguments[1]);
            Files.writeString(Path.of(arguments[2], name + ".tsv"), table);
        }
    }

    static String generate(String csv, List<String> source, String date) {
        List<List<String>> lines = cells(csv);
        int name = column(
                lines.get(0), "Description", "Extension Name", "Parameter Name", "Name", "KEM", "KDF", "AEAD ID");
        int reference = column(lines.get(0), "Reference");
        Map<Integer, String> rows = new TreeMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            String value = line.get(0);
            if (value.matches("0x\\p{XDigit}+,0x\\p{XDigit}+")) {
                value = "0x" + value.replaceAll("0x|,", "");
            }
            boolean one = value.matches("0x\\p{XDigit}+|\\d+");
            if (one && !line.get(name).matches("(?i)(unassigned|reserved).*")) {
                int number = Integer.decode(value.startsWith("0x") ? value : String.valueOf(Integer.parseInt(value)));
                rows.put(number, row(number, line.get(name), line.get(reference)));
            }
        }
        return header(source, date, rows.size()) + String.join("", rows.values());
    }

    private static String row(int number, String name, String reference) {
        String hex = String.format(number > 0xff ? "0x%04x" : "0x%02x", number);
        String plain = name.replaceAll(" \\((renamed from|TEMPORARY) .*\\)$|_RESERVED$", "");
        return hex + "\t" + plain + "\t" + reference.replaceAll("\\s+", " ") + "\n";
    }

    private static int column(List<String> header, String... names) {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        throw new IllegalArgumentException("no column " + List.of(names) + " in " + header);
    }

    /** RFC 4180, without its rarer corners: quoted cells may hold commas, line ends and doubled quotes. */
    private static List<List<String>> cells(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : csv.replace("\r", "").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return lines;
    }

    private static String header(List<String> source, String date, int rows) {
        return """
                # %s
                # registry: https://www.iana.org/assignments/, last updated %s
                # source: %s
                # date: %s
                # rows: %d
                # columns: number, name, reference
                # licence: IANA dedicates its registries to the public domain (CC0-1.0, https://www.iana.org/help/licensing-terms)
                # generator: handshake/src/test/java/dev/interloper/handshake/registry/RegistryGenerator.java
                """.formatted(source.get(0), source.get(1), source.get(2), date, rows);
    }
}
