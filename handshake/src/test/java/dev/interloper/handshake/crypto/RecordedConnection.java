package dev.interloper.handshake.crypto;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A connection that OpenSSL made for these tests, as records in the order of their arrival. */
public record RecordedConnection(String name, String keys, List<Sent> records) {

    /** A whole record. */
    public record Sent(Direction direction, Bytes bytes) {

        boolean isProtected() {
            return bytes.at(0) == 23;
        }
    }

    public static Stream<RecordedConnection> all() {
        InputStream stream = RecordedConnection.class.getResourceAsStream("connections.tsv");
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.US_ASCII))) {
            return in.lines().filter(line -> !line.startsWith("#")).map(RecordedConnection::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RecordedConnection named(String name) {
        return all().filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedConnection of(String line) {
        String[] cells = line.split("\t", -1);
        List<Sent> records = new ArrayList<>();
        for (String chunk : cells[2].split(" ", -1)) {
            Direction direction = chunk.startsWith("C") ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
            Bytes bytes = Bytes.ofHex(chunk.substring(1));
            for (int at = 0; at < bytes.length(); ) {
                int length = 5 + (bytes.at(at + 3) << 8 | bytes.at(at + 4));
                records.add(new Sent(direction, bytes.slice(at, length)));
                at += length;
            }
        }
        return new RecordedConnection(cells[0], cells[1].replace(';', '\n'), records);
    }

    public KeyLog log() {
        return KeyLog.parse(keys);
    }

    @Override
    public String toString() {
        return name;
    }
}
