package dev.interloper.boards.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of captures, and what other programs read in them. */
public final class Corpus {

    private final Path root;
    private final Map<String, CaptureFile> captures = new LinkedHashMap<>();

    private Corpus(Path root) {
        this.root = root;
    }

    /**
     * The corpus in a folder.
     *
     * @param root the folder
     * @return the corpus
     * @throws IOException if its tables cannot be read
     */
    public static Corpus at(Path root) throws IOException {
        Corpus corpus = new Corpus(root);
        for (Map<String, String> row : Table.read(root.resolve("MANIFEST.tsv"))) {
            String name = row.getOrDefault("file", "");
            Optional<Path> oracle = Arrays.stream(row.getOrDefault("oracle", "").split(";", -1))
                    .filter(file -> file.endsWith(".tshark.json"))
                    .filter(file -> !file.contains(".keys.") && !file.contains(".decodeas."))
                    .flatMap(file -> corpus.file(file).stream())
                    .findFirst();
            Optional<Path> file = corpus.file(name);
            if (file.isPresent() && (oracle.isPresent() || isCapture(name))) {
                corpus.captures.put(name, new CaptureFile(name, file.get(), oracle));
            }
        }
        return corpus;
    }

    private static boolean isCapture(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(pcap|pcapng|cap)(\\.gz)?");
    }

    /**
     * Every capture that is there.
     *
     * @return in the manifest's order
     */
    public List<CaptureFile> captures() {
        return List.copyOf(captures.values());
    }

    /**
     * The captures whose path ends so, of a source if any of its captures does.
     *
     * @param source the start of the names of the source's top folders
     * @param ending the last parts of the path
     * @return none where none ends so
     */
    public List<CaptureFile> captures(String source, String ending) {
        List<CaptureFile> all = captures.values().stream()
                .filter(capture ->
                        capture.name().equals(ending) || capture.name().endsWith("/" + ending))
                .toList();
        List<CaptureFile> ofSource = all.stream()
                .filter(capture -> capture.name().startsWith(source))
                .toList();
        return ofSource.isEmpty() ? all : ofSource;
    }

    /**
     * A capture by its path.
     *
     * @param name the path within the corpus
     * @return empty where there is no such file
     */
    public Optional<CaptureFile> capture(String name) {
        CaptureFile known = captures.get(name);
        return known != null
                ? Optional.of(known)
                : file(name).map(path -> new CaptureFile(name, path, Optional.empty()));
    }

    /**
     * A file by its path.
     *
     * @param name the path within the corpus
     * @return empty where there is no such file
     */
    public Optional<Path> file(String name) {
        try {
            return Optional.of(root.resolve(name)).filter(path -> !name.isEmpty() && Files.isRegularFile(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The files of a folder.
     *
     * @param folder the folder; not searched further down
     * @return by name; none where there is no such folder
     * @throws IOException if it cannot be read
     */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Every file whose name ends so.
     *
     * @param ending the end of the name
     * @return by path
     * @throws IOException if a folder cannot be read
     */
    public List<Path> filesEnding(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    /**
     * A table's rows.
     *
     * @param name its path within the corpus
     * @return none where there is no such table
     * @throws IOException if it cannot be read
     */
    public List<Map<String, String>> table(String name) throws IOException {
        return new ArrayList<>(Table.read(root.resolve(name)));
    }

    /**
     * Its folder.
     *
     * @return the path
     */
    public Path root() {
        return root;
    }
}
