package dev.interloper.handshake.dtls;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.List;

/** A sink that remembers, and a reader that fills it. */
final class Heard implements DtlsSink {

    static final int MAX_MESSAGE = 1 << 20;
    static final int MAX_BUFFERED = 1 << 20;

    final List<DtlsMessage> messages = new ArrayList<>();
    final List<DtlsRecord> records = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final DtlsReader reader;

    Heard() {
        this(MAX_MESSAGE, MAX_BUFFERED);
    }

    Heard(KeyLog keyLog) {
        reader = new DtlsReader(this, MAX_MESSAGE, MAX_BUFFERED, keyLog);
    }

    Heard(int maxMessageBytes, int maxBufferedBytes) {
        reader = new DtlsReader(this, maxMessageBytes, maxBufferedBytes);
    }

    Heard client(byte[] datagram) {
        reader.receive(Direction.CLIENT_TO_SERVER, datagram, 0, datagram.length);
        return this;
    }

    Heard server(byte[] datagram) {
        reader.receive(Direction.SERVER_TO_CLIENT, datagram, 0, datagram.length);
        return this;
    }

    List<Integer> types() {
        return messages.stream().map(DtlsMessage::type).toList();
    }

    List<byte[]> bodies() {
        return messages.stream().map(message -> message.body().toByteArray()).toList();
    }

    @Override
    public void message(DtlsMessage message) {
        messages.add(message);
    }

    @Override
    public void alert(DtlsRecord record, int level, int description) {
        alerts.add(record.direction() + " " + level + " " + description + (record.decrypted() ? " decrypted" : ""));
    }

    @Override
    public void record(DtlsRecord record) {
        records.add(record);
    }

    @Override
    public void problem(Direction direction, String reason) {
        problems.add(direction + ": " + reason);
    }
}
