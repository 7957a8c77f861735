package dev.interloper.boards.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder laid out like the repository of mitmengine: {@code reference_fingerprints/pcaps/SET/…/*.pcap}, and a line of JSON a
 * capture in {@code fingerprint_metadata.jsonl}. Where a line names no browser, the words of its description do.
 */
public final class ClientFolder {

    private static final String PARENT = "reference_fingerprints";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClientFolder() {}

    /**
     * The captures of a folder.
     *
     * @param directory the folder
     * @return by name; none where there is no such layout
     * @throws IOException if it cannot be read
     */
    public static List<ClientCapture> captures(Path directory) throws IOException {
        Path pcaps = directory.resolve(PARENT).resolve("pcaps");
        if (!Files.isDirectory(pcaps)) {
            return List.of();
        }
        Map<String, JsonNode> labels = labels(directory.resolve(PARENT).resolve("fingerprint_metadata.jsonl"));
        List<ClientCapture> captures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(pcaps)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pcap"))
                    .sorted()
                    .toList()) {
                Path within = pcaps.relativize(file);
                if (within.getNameCount() > 1) {
                    String key = directory.relativize(file).toString().replace('\\', '/');
                    captures.add(capture(file, within, labels.get(key)));
                }
            }
        }
        return captures;
    }

    private static ClientCapture capture(Path file, Path within, @Nullable JsonNode label) {
        String set = within.getName(0).toString();
        String name = within.subpath(1, within.getNameCount()).toString().replace('\\', '/');
        String description = within.getNameCount() > 2
                ? within.getName(within.getNameCount() - 2).toString()
                : within.getFileName().toString();
        JsonNode client = label == null ? JSON.createObjectNode() : label.path("ua_fingerprint");
        String agent = UserAgents.of(
                client.path("browser").asText(""),
                client.path("browser_version").asText(""),
                client.path("os").asText(""),
                client.path("os_version").asText(""));
        return new ClientCapture(set, name, file, agent.isEmpty() ? UserAgents.ofWords(description) : agent);
    }

    private static Map<String, JsonNode> labels(Path file) throws IOException {
        Map<String, JsonNode> labels = new HashMap<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode label = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
                labels.put(label.path("handshake_pcap").asText(""), label);
            }
        }
        return labels;
    }
}
