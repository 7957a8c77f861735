package dev.interloper.boards.speed;

import dev.interloper.handshake.MessageView;
import dev.interloper.handshake.capture.CaptureListener;
import dev.interloper.handshake.capture.ConnectionView;
import dev.interloper.handshake.fingerprint.FingerprintWriter;
import dev.interloper.handshake.message.CertificateView;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.message.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Does for each connection what a monitor does: name, JA3, JA4 and JA3S, and the SHA-256 of every certificate in the clear. Counts
 * what it found and writes a line of JSON for each connection, if asked.
 */
final class Connections implements CaptureListener {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SHA256_LENGTH = 32;
    private static final int SAMPLE_EVERY = 256;

    private final @Nullable OutputStream json;
    private final FingerprintWriter fingerprints = new FingerprintWriter();
    private final ClientHelloView clientHello = new ClientHelloView();
    private final ServerHelloView serverHello = new ServerHelloView();
    private final CertificateView certificate = new CertificateView();
    private final MessageDigest sha256;
    private final byte[] digest = new byte[SHA256_LENGTH];
    private final byte[] fingerprint = new byte[FingerprintWriter.JA4_LENGTH];
    private final Handler[] handlers = new Handler[CERTIFICATE + 1];
    private final ArrayDeque<Row> free = new ArrayDeque<>();
    private long names;
    private long hellos;
    private long certificates;
    private long ended;
    private long mostHeap;

    Connections(@Nullable OutputStream json) {
        this.json = json;
        Arrays.fill(handlers, (Handler) (connection, message) -> {});
        handlers[CLIENT_HELLO] = this::hello;
        handlers[SERVER_HELLO] = this::answer;
        handlers[CERTIFICATE] = this::certificates;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is done with messages of one type: a call of its own, so that the compiler does not take all of it into one method. */
    private interface Handler {
        void handle(ConnectionView connection, MessageView message);
    }

    @Override
    public void message(ConnectionView connection, MessageView message) {
        if (message.type() < handlers.length) {
            handlers[message.type()].handle(connection, message);
        }
    }

    /** Of two hellos, after a HelloRetryRequest, the first counts. */
    private void hello(ConnectionView connection, MessageView message) {
        Row row = row(connection);
        if (row != null) {
            return;
        }
        row = open(connection);
        message.read(clientHello);
        hellos++;
        Span name = clientHello.serverName();
        names += name.isEmpty() ? 0 : 1;
        if (!name.isEmpty()) {
            row.name("sni", name);
        }
        fingerprints.ja3(clientHello, fingerprint, 0);
        row.text("ja3", fingerprint, FingerprintWriter.JA3_LENGTH);
        fingerprints.ja4(clientHello, message.protocol(), fingerprint, 0);
        row.text("ja4", fingerprint, FingerprintWriter.JA4_LENGTH);
    }

    private void answer(ConnectionView connection, MessageView message) {
        message.read(serverHello);
        if (!serverHello.isHelloRetryRequest()) {
            Row row = row(connection);
            fingerprints.ja3s(serverHello, fingerprint, 0);
            (row == null ? open(connection) : row).text("ja3s", fingerprint, FingerprintWriter.JA3_LENGTH);
        }
    }

    private void certificates(ConnectionView connection, MessageView message) {
        Row known = row(connection);
        Row row = known == null ? open(connection) : known;
        message.read(certificate);
        certificate.rewind();
        while (certificate.next()) {
            certificates++;
            certificate.der().digest(sha256);
            try {
                sha256.digest(digest, 0, SHA256_LENGTH);
            } catch (DigestException e) {
                throw new IllegalStateException("a digest of " + SHA256_LENGTH + " bytes", e);
            }
            row.certificate(digest);
        }
    }

    private static @Nullable Row row(ConnectionView connection) {
        return (Row) connection.attachment().orElse(null);
    }

    private Row open(ConnectionView connection) {
        Row row = free.isEmpty() ? new Row() : free.pop();
        row.begin();
        connection.attach(row);
        return row;
    }

    @Override
    public void ended(ConnectionView connection) {
        if (ended++ % SAMPLE_EVERY == 0) {
            Runtime runtime = Runtime.getRuntime();
            mostHeap = Math.max(mostHeap, runtime.totalMemory() - runtime.freeMemory());
        }
        Row row = row(connection);
        if (row != null) {
            row.end();
            write(row);
            free.push(row);
        }
    }

    private void write(Row row) {
        if (json != null) {
            try {
                json.write(row.bytes(), 0, row.length());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    long names() {
        return names;
    }

    long hellos() {
        return hellos;
    }

    long certificates() {
        return certificates;
    }

    /** The largest heap that was seen, with what nobody needs any more in it. */
    long mostHeapBytes() {
        return mostHeap;
    }
}
