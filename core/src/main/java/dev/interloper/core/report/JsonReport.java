package dev.interloper.core.report;

import dev.interloper.core.Inspection;
import dev.interloper.core.Interceptor;
import dev.interloper.core.Overview;
import dev.interloper.core.product.Product;
import dev.interloper.handshake.capture.CaptureProblem;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.IOException;
import java.util.Locale;

/**
 * Inspections as JSON, with field names that stay. Written as it goes: {@link #beginCapture} – {@link #connection} … –
 * {@link #endCapture}, for any number of captures, then {@link #end}.
 *
 * <p>The document: {@code format} (1), {@code captures[]}. A capture: {@code file}, {@code connections[]}, {@code fileFormat},
 * {@code overview} ({@code interceptors[]} ({@code product}, {@code engine}, {@code issuer}, {@code connections}, {@code hosts[]}),
 * {@code direct[]}, {@code undecided[]}, {@code commonToExempt[]}: sentences), {@code packets}, {@code otherPackets}, {@code tcpConnections}, {@code handshakes}, {@code problem} (null, or {@code kind},
 * {@code offset} in bytes, {@code packets}, {@code reason}).
 *
 * <p>A connection: {@code client}, {@code server} ({@code address}, {@code port}), {@code start} (ISO 8601), {@code host},
 * {@code serverName} (SNI), {@code version}, {@code tunnel} (null, or {@code target}, {@code status}), {@code messages[]}
 * ({@code type}, {@code direction} {@code client}/{@code server}, {@code length} of the body in bytes, {@code records[]}
 * ({@code index}, {@code offset}, {@code length}), {@code firstPacket} and {@code lastPacket} ({@code number},
 * {@code arrivalNanos} since 1970, {@code payloadLength}), {@code malformation}), {@code alerts[]} ({@code direction},
 * {@code fatal}, {@code name}, {@code firstPacket} and {@code lastPacket} as above), {@code problems[]} ({@code kind},
 * {@code direction}, {@code offset} in that direction's stream, {@code description}),
 * {@code flight} ({@code reliable}, {@code doubts[]}, {@code roundTripMillis}, {@code firstReplyMillis}, {@code boundaries[]}
 * ({@code before}, {@code after}, {@code kind}, {@code gapMillis}, {@code packets[]})), {@code certificate} (null, or
 * {@code subject}, {@code issuer}, {@code serial} in hex, {@code notBefore}, {@code notAfter}, {@code names[]},
 * {@code keySha256} in hex, {@code chainLength}, {@code anchorClass}, {@code anchor}, {@code trusted}, {@code findings[]}
 * ({@code code}, {@code severity}, {@code certificate} index or null, {@code sentence}, {@code source})), {@code verdict}
 * ({@code outcome} {@code intercepted}/{@code direct}/{@code inconclusive}, {@code probability} 0–1, {@code engine}, {@code product} (null, or
 * {@code name}, {@code vendor}, {@code kind}), {@code evidence[]} ({@code signal}, {@code grade}, {@code weight} in natural
 * log-odds, {@code statement}, {@code source}, {@code packets[]})), {@code referenceStanding} ({@code none}, {@code missing},
 * {@code intercepted}, {@code undecided}, {@code genuine}), {@code comparison} (null, or {@code referenceStart} (ISO 8601),
 * {@code referenceServer} (an address), {@code aspects[]} ({@code name}, {@code group}, {@code seen}, {@code reference},
 * {@code likeness} {@code same}/{@code different}/{@code unseen}, {@code matters}, {@code remark})), {@code advice} ({@code summary}, {@code bypass[]}
 * ({@code kind} {@code host}/{@code address}, {@code value}, {@code port}), {@code breakage[]}, {@code steps[]},
 * {@code bypassRule} (null, or {@code text}, {@code unsupported[]}, {@code verified})). Fields whose
 * value is not known are null. New fields may be added; none is renamed within a {@code format}.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class JsonReport {

    private static final int FORMAT = 1;

    private final JsonWriter json;
    private final JsonConnection connection;

    /**
     * Begins a document.
     *
     * @param out takes the text; not closed
     * @throws IOException if it does not take it
     */
    public JsonReport(Appendable out) throws IOException {
        json = new JsonWriter(out);
        connection = new JsonConnection(json);
        json.beginObject().field("format", FORMAT).name("captures").beginArray();
    }

    /**
     * Begins a capture.
     *
     * @param name its path
     * @throws IOException if the text is not taken
     */
    public void beginCapture(String name) throws IOException {
        json.beginObject().field("file", name).name("connections").beginArray();
    }

    /**
     * Ends a capture.
     *
     * @param summary what reading it came to
     * @param overview what its connections come to
     * @throws IOException if the text is not taken
     */
    public void endCapture(CaptureSummary summary, Overview overview) throws IOException {
        json.end();
        overview(overview);
        json.field("fileFormat", summary.format())
                .field("packets", summary.packets())
                .field("otherPackets", summary.otherPackets())
                .field("tcpConnections", summary.connections())
                .field("handshakes", summary.handshakes())
                .name("problem");
        CaptureProblem problem = summary.problem().orElse(null);
        if (problem == null) {
            json.value((String) null);
        } else {
            json.beginObject()
                    .field("kind", lower(problem.kind()))
                    .field("offset", problem.offset())
                    .field("packets", problem.packets())
                    .field("reason", problem.reason())
                    .end();
        }
        json.end();
    }

    private void overview(Overview overview) throws IOException {
        json.name("overview").beginObject().name("interceptors").beginArray();
        for (Interceptor interceptor : overview.interceptors()) {
            json.beginObject()
                    .field("product", interceptor.product().map(Product::name).orElse(null))
                    .field("engine", interceptor.engine().orElse(null))
                    .field("issuer", interceptor.issuer())
                    .field("connections", interceptor.connections())
                    .strings("hosts", interceptor.hosts().hosts())
                    .end();
        }
        json.end()
                .strings("direct", overview.direct().hosts())
                .strings("undecided", overview.undecided().hosts())
                .strings("commonToExempt", overview.common())
                .end();
    }

    /**
     * Ends the document.
     *
     * @throws IOException if the text is not taken
     */
    public void end() throws IOException {
        json.end().end().endOfDocument();
    }

    /**
     * Writes a connection of the current capture.
     *
     * @param inspection the connection; one without a handshake has only start, host, certificate, verdict and advice
     * @throws IOException if the text is not taken
     */
    public void connection(Inspection inspection) throws IOException {
        connection.write(inspection);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
