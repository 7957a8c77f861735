package dev.interloper.boards.trust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the cases of a limbo file one after the other, so that memory does not depend on how many there are. */
final class LimboFile {

    static final String CORE = "x509-limbo/limbo-core.json";
    static final String ALL = "x509-limbo/limbo.json.gz";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LimboFile() {}

    /** False, and a word to the report, where there is no such file. */
    static boolean read(Path folder, String name, Report report, Consumer<LimboCase> each) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            report.absent("no " + name);
            return false;
        }
        read(file, each);
        return true;
    }

    static void read(Path file, Consumer<LimboCase> each) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean cases = parser.currentName().equals("testcases");
                if (parser.nextToken() != JsonToken.START_ARRAY || !cases) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    JsonNode node = JSON.readTree(parser);
                    each.accept(LimboCase.of(node));
                }
            }
        }
    }
}
