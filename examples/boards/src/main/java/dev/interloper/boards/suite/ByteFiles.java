package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Message;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Handshake messages whose bytes lie beside a capture: files that hold nothing but whole messages of TLS or DTLS, perhaps behind the
 * header of a plaintext record, perhaps before the type byte of TLS 1.3's inner plaintext. Other files say nothing.
 */
final class ByteFiles {

    private static final int TLS_HEADER = 4;
    private static final int DTLS_HEADER = 12;
    private static final int HANDSHAKE = 22;
    private static final int LAST_TYPE = 25;

    private record Whole(int type, Bytes body) {}

    private final Map<String, List<Whole>> messages = new TreeMap<>();

    private ByteFiles() {}

    static ByteFiles in(Path folder) throws IOException {
        ByteFiles files = new ByteFiles();
        for (Path file : Corpus.files(folder)) {
            ByteBuffer in = withoutRecordHeader(ByteBuffer.wrap(Files.readAllBytes(file)));
            split(in, DTLS_HEADER)
                    .or(() -> split(in, TLS_HEADER))
                    .ifPresent(found -> files.messages.put(file.getFileName().toString(), found));
        }
        return files;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    List<String> missingFrom(List<Message> ours) {
        List<Whole> read = ours.stream()
                .map(message -> new Whole(message.type(), message.message().body()))
                .toList();
        List<String> missing = new ArrayList<>();
        messages.forEach((file, wanted) -> {
            if (!read.containsAll(wanted)) {
                missing.add("not byte by byte: " + file);
            }
        });
        return missing;
    }

    private static ByteBuffer withoutRecordHeader(ByteBuffer file) {
        boolean tls = file.remaining() > 5
                && file.get(0) == HANDSHAKE
                && file.get(1) == 3
                && file.getShort(3) == file.remaining() - 5;
        boolean dtls = file.remaining() > 13
                && file.get(0) == HANDSHAKE
                && file.get(1) == (byte) 0xfe
                && file.getShort(11) == file.remaining() - 13;
        return file.slice(tls ? 5 : dtls ? 13 : 0, file.remaining() - (tls ? 5 : dtls ? 13 : 0));
    }

    private static Optional<List<Whole>> split(ByteBuffer in, int header) {
        List<Whole> found = new ArrayList<>();
        int at = 0;
        while (in.remaining() - at >= header) {
            int type = in.get(at) & 0xff;
            int length = in.getInt(at) & 0xff_ffff;
            boolean whole = header == TLS_HEADER
                    || ((in.getInt(at + 5) & 0xff_ffff) >> 0 == (in.getShort(at + 4) & 0xff) << 16
                            && (in.getInt(at + 8) & 0xff_ffff) == length);
            if (type > LAST_TYPE || length > in.remaining() - at - header || !whole) {
                return Optional.empty();
            }
            byte[] body = new byte[length];
            in.get(at + header, body);
            found.add(new Whole(type, Bytes.copyOf(body)));
            at += header + length;
        }
        boolean ended = at == in.remaining() || (at == in.remaining() - 1 && in.get(at) == HANDSHAKE);
        return ended && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }
}
