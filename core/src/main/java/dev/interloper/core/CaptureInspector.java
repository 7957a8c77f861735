package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureSummary;
import dev.interloper.handshake.secrets.KeyLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A capture about to be inspected. Immutable, thread-safe; each inspection reads the capture anew.
 *
 * @since 0.1
 */
public final class CaptureInspector {

    private final Judge judge;
    private final Capture capture;
    private final @Nullable ServerName host;
    private final ReferenceSource reference;

    CaptureInspector(Judge judge, Capture capture) {
        this(judge, capture, null, ReferenceSource.NONE);
    }

    private CaptureInspector(Judge judge, Capture capture, @Nullable ServerName host, ReferenceSource reference) {
        this.judge = judge;
        this.capture = capture;
        this.host = host;
        this.reference = reference;
    }

    /**
     * Looks only at connections to one host: those that ask for it by name (SNI or HTTP CONNECT) or go to that address, and
     * those that name no host at all, which are judged as if they had asked for this one.
     *
     * @param name a host name or an IP address
     * @return the narrowed inspector
     * @throws IllegalArgumentException if it is neither
     */
    public CaptureInspector host(String name) {
        ServerName wanted = ServerName.parse(name);
        if (wanted.kind() == ServerName.Kind.INVALID) {
            throw new IllegalArgumentException("neither a host name nor an IP address: " + name);
        }
        return new CaptureInspector(judge, capture, wanted, reference);
    }

    /**
     * Looks with secrets at what is encrypted under them: the certificates of TLS 1.3 and QUIC are seen only so. They serve for
     * the reference too, if it is read at the inspection.
     *
     * @param keyLog the secrets that an endpoint wrote down; those that the capture itself holds are used anyway
     * @return the inspector that sees more
     */
    public CaptureInspector keys(KeyLog keyLog) {
        return new CaptureInspector(judge, capture.withKeyLog(keyLog), host, reference.withSharedKeys(keyLog));
    }

    /**
     * Compares each connection with another view of the same host: an earlier capture, one from another network, or the far
     * side of a proxy. What is intercepted in the reference itself is not used.
     *
     * @param file a capture file, read anew at each inspection
     * @return the inspector that compares
     */
    public CaptureInspector reference(Path file) {
        return reference(Capture.file(file), KeyLog.empty());
    }

    /**
     * Compares each connection with another view of the same host.
     *
     * @param other a capture, read anew at each inspection
     * @return the inspector that compares
     */
    public CaptureInspector reference(Capture other) {
        return reference(other, KeyLog.empty());
    }

    /**
     * Compares each connection with another view of the same host, whose secrets are in a key log of its own.
     *
     * @param other a capture, read anew at each inspection
     * @param keyLog its secrets; those given to {@link #keys} serve besides
     * @return the inspector that compares
     */
    public CaptureInspector reference(Capture other, KeyLog keyLog) {
        return new CaptureInspector(judge, capture, host, reference.of(other, keyLog));
    }

    /**
     * Compares each connection with another view of the same host, out of a capture that was read before.
     *
     * @param read what {@link Interloper#reference} returned
     * @return the inspector that compares
     */
    public CaptureInspector reference(Reference read) {
        return new CaptureInspector(judge, capture, host, reference.of(read));
    }

    /**
     * Inspects each connection; for captures of any size. The capture is read twice: first for what its connections share, so
     * that their order does not matter, then connection by connection; once more, and by the packets' times, if these were mixed up.
     *
     * @param sink takes each inspection as soon as the connection's handshake is over
     * @return the counts, and why the capture could not be read to its end if it could not
     */
    public CaptureSummary forEach(Consumer<Inspection> sink) {
        Survey survey = new Survey();
        Capture inOrder = capture;
        if (capture.read(survey::add).isOutOfTimeOrder()) {
            inOrder = capture.inTimeOrder();
            survey = new Survey();
            inOrder.read(survey::add);
        }
        Surroundings surroundings = survey.surroundings();
        Reference compared = reference.read(judge, host);
        return inOrder.read(handshake -> {
            if (host == null || Hosts.mayBe(handshake, host)) {
                sink.accept(judge.handshake(handshake, host, surroundings, compared));
            }
        });
    }

    /**
     * Inspects all connections; for captures that fit in memory.
     *
     * @return the inspections and the counts
     */
    public CaptureInspection inspect() {
        List<Inspection> connections = new ArrayList<>();
        CaptureSummary summary = forEach(connections::add);
        return new CaptureInspection(connections, summary);
    }
}
