package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Feed;
import dev.interloper.boards.library.Fields;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.boards.library.Wire;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** F: certificates by their SHA-256 hash, against tshark; and a Certificate message that is too large for it. */
final class CertificatesSuite implements Suite {

    private static final int LARGE_CERTIFICATES = 170;
    private static final int LARGE_LENGTH = 2000;
    private static final int RECORDS = 22;

    CertificatesSuite() {}

    @Override
    public char letter() {
        return 'F';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (CaptureFile capture : corpus.captures()) {
            if (capture.oracle().isPresent()) {
                compare(capture, readings, score);
            }
        }
        score.check(
                readsLargeChain(),
                "a Certificate message of " + LARGE_CERTIFICATES * LARGE_LENGTH + " bytes in " + RECORDS + " records");
        return score;
    }

    private static void compare(CaptureFile capture, Readings readings, Score score) throws IOException {
        List<OracleMessage> oracle = OracleMessage.complete(capture.oracle().orElseThrow()).stream()
                .filter(message -> !message.texts("certs", "sha256").isEmpty())
                .toList();
        if (oracle.isEmpty()) {
            return;
        }
        List<Object> ours = new ArrayList<>();
        for (Message message : readings.messages(capture)) {
            if (Fields.of(message).get("certs") instanceof List<?> hashes) {
                ours.addAll(hashes);
            }
        }
        for (OracleMessage message : oracle) {
            for (String hash : message.texts("certs", "sha256")) {
                score.check(ours.remove(hash), capture.name() + ": " + message + ": certificate " + hash);
            }
        }
    }

    private static boolean readsLargeChain() {
        Random random = new Random(1);
        List<Bytes> certificates = new ArrayList<>();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (int i = 0; i < LARGE_CERTIFICATES; i++) {
            byte[] certificate = new byte[LARGE_LENGTH];
            random.nextBytes(certificate);
            certificates.add(Bytes.copyOf(certificate));
            Wire.vector24(list, certificate);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Wire.vector24(body, list.toByteArray());
        byte[] message = Wire.message(11, body.toByteArray());
        byte[] records = Wire.records(message, (message.length + RECORDS - 1) / RECORDS);
        return new Feed(Direction.SERVER_TO_CLIENT)
                .give(records, 0, records.length).seen().messages().stream()
                        .anyMatch(read -> read instanceof CertificateMessage chain
                                && chain.entries().stream()
                                        .map(CertificateMessage.Entry::der)
                                        .toList()
                                        .equals(certificates));
    }
}
