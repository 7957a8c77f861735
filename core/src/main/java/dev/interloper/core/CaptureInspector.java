package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureSummary;
import dev.interloper.handshake.secrets.KeyLog;
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

    CaptureInspector(Judge judge, Capture capture) {
        this(judge, capture, null);
    }

    private CaptureInspector(Judge judge, Capture capture, @Nullable ServerName host) {
        this.judge = judge;
        this.capture = capture;
        this.host = host;
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
        return new CaptureInspector(judge, capture, wanted);
    }

    /**
     * Looks with secrets at what is encrypted under them: the certificates of TLS 1.3 and QUIC are seen only so.
     *
     * @param keyLog the secrets that an endpoint wrote down; those that the capture itself holds are used anyway
     * @return the inspector that sees more
     */
    public CaptureInspector keys(KeyLog keyLog) {
        return new CaptureInspector(judge, capture.withKeyLog(keyLog), host);
    }

    /**
     * Inspects each connection; for captures of any size. The capture is read twice: first for what its connections share, so
     * that their order does not matter, then connection by connection.
     *
     * @param sink takes each inspection as soon as the connection's handshake is over
     * @return the counts, and why the capture could not be read to its end if it could not
     */
    public CaptureSummary forEach(Consumer<Inspection> sink) {
        Survey survey = new Survey();
        capture.read(survey::add);
        Surroundings surroundings = survey.surroundings();
        return capture.read(handshake -> {
            if (host == null || Hosts.mayBe(handshake, host)) {
                sink.accept(judge.handshake(handshake, host, surroundings));
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
