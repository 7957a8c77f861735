package dev.interloper.core;

import dev.interloper.handshake.capture.CaptureSummary;
import java.util.List;

/**
 * All connections of a capture, judged. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CaptureInspection {

    private final List<Inspection> connections;
    private final CaptureSummary summary;

    CaptureInspection(List<Inspection> connections, CaptureSummary summary) {
        this.connections = List.copyOf(connections);
        this.summary = summary;
    }

    /**
     * The connections with a TLS handshake.
     *
     * @return in the order in which their handshakes were over
     */
    public List<Inspection> connections() {
        return connections;
    }

    /**
     * What reading the capture came to.
     *
     * @return the counts, and why it could not be read to its end if it could not
     */
    public CaptureSummary summary() {
        return summary;
    }

    /**
     * What the connections come to: who intercepts what, and which hosts are exempt.
     *
     * @return the overview
     */
    public Overview overview() {
        Overview.Collector collector = Overview.collector();
        connections.forEach(collector::add);
        return collector.overview();
    }

    /** The summary, and a line a connection. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary.toString());
        connections.forEach(connection -> text.append(System.lineSeparator()).append(connection));
        return text.toString();
    }
}
