package dev.interloper.core.report;

import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.AdviceStep;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.ProbeObservation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Probes as JSON, with field names that stay: {@link #probe} for each, then {@link #end}.
 *
 * <p>The document: {@code format} (1), {@code probes[]}. A probe: {@code host}, {@code port}, {@code start} (ISO 8601), {@code proxy} (without
 * credentials, or null), {@code complete}, {@code outcome} ({@code intercepted}/{@code direct}/{@code inconclusive}), {@code diagnosis}
 * ({@code code}, {@code confidence}, {@code summary}, {@code rule}, {@code source}, {@code evidence[]}, {@code otherFacts[]} and {@code against[]}
 * ({@code code}, {@code statement}, {@code subject}, {@code seenIn}), {@code notAsked[]}, {@code remarks[]}, {@code breakage[]},
 * {@code advice[]} ({@code code}, {@code parameter}, {@code text}),
 * {@code nextSteps[]}, {@code alternatives[]}), {@code bypassRule} (null, or {@code text}, {@code unsupported[]}, {@code verified}), {@code lookups[]} ({@code host}, {@code outcome}, {@code addresses[]}, {@code millis}),
 * {@code exchanges[]} ({@code step}, {@code host}, {@code port}, {@code serverName}, {@code dialled}, {@code tcp}, {@code tcpMillis},
 * {@code ending}, {@code failure}, {@code version}, {@code cipherSuite}, {@code applicationProtocol}, {@code resumed}, {@code certificates},
 * {@code trustedByPlatform}, {@code replyMillis}), {@code stun} (null, or {@code address}, {@code port}, {@code outcome},
 * {@code mappedAddress}, {@code millis}), {@code connection} (null, or as a connection in {@link JsonReport}). Fields whose value is not known
 * are null. New fields may be added; none is renamed within a {@code format}.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class JsonProbeReport {

    private static final int FORMAT = 1;

    private final JsonWriter json;
    private final JsonConnection connection;

    /**
     * Begins a document.
     *
     * @param out takes the text; not closed
     * @throws IOException if it does not take it
     */
    public JsonProbeReport(Appendable out) throws IOException {
        json = new JsonWriter(out);
        connection = new JsonConnection(json);
        json.beginObject().field("format", FORMAT).name("probes").beginArray();
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
     * Writes a probe.
     *
     * @param report the report
     * @throws IOException if the text is not taken
     */
    public void probe(ProbeReport report) throws IOException {
        ProbeObservation seen = report.observation();
        json.beginObject()
                .field("host", seen.host())
                .field("port", seen.port())
                .field("start", seen.at().toString())
                .field("proxy", seen.proxy().map(Object::toString).orElse(null))
                .field("complete", seen.isComplete())
                .field("outcome", report.outcome().toString());
        diagnosis(report.diagnosis());
        connection.rule(report.rule());
        json.name("lookups").beginArray();
        for (NameLookup lookup : seen.lookups()) {
            json.beginObject().field("host", lookup.host()).field("outcome", lower(lookup.outcome()));
            json.strings("addresses", lookup.addresses());
            json.field("millis", lookup.took().toMillis()).end();
        }
        json.end().name("exchanges").beginArray();
        for (Exchange made : seen.exchanges()) {
            exchange(made);
        }
        json.end();
        stun(seen);
        json.name("connection");
        if (report.inspection().isPresent()) {
            connection.write(report.inspection().get());
        } else {
            json.value((String) null);
        }
        json.end();
    }

    private void diagnosis(Diagnosis diagnosis) throws IOException {
        json.name("diagnosis")
                .beginObject()
                .field("code", diagnosis.code().name())
                .field("confidence", diagnosis.confidence().toString())
                .field("summary", diagnosis.summary())
                .field("rule", diagnosis.rule())
                .field("source", diagnosis.source());
        facts("evidence", diagnosis.evidence());
        facts("otherFacts", diagnosis.otherFacts());
        facts("against", diagnosis.against());
        json.strings("notAsked", diagnosis.notAsked().stream().map(Enum::name).toList());
        json.strings("remarks", diagnosis.remarks());
        json.strings("breakage", diagnosis.breakage().stream().map(Enum::name).toList());
        json.name("advice").beginArray();
        for (AdviceStep step : diagnosis.advice()) {
            json.beginObject()
                    .field("code", step.code())
                    .field("parameter", step.parameter().isEmpty() ? null : step.parameter())
                    .field("text", step.text())
                    .end();
        }
        json.end();
        json.strings("nextSteps", diagnosis.nextSteps().stream().map(Enum::name).toList());
        json.strings(
                "alternatives",
                diagnosis.alternatives().stream().map(Enum::name).toList());
        json.end();
    }

    private void facts(String name, List<Fact> facts) throws IOException {
        json.name(name).beginArray();
        for (Fact fact : facts) {
            json.beginObject()
                    .field("code", fact.code())
                    .field("statement", fact.statement())
                    .field("subject", fact.subject().isEmpty() ? null : fact.subject())
                    .field("seenIn", fact.seenIn().map(Enum::name).orElse(null))
                    .end();
        }
        json.end();
    }

    private void exchange(Exchange made) throws IOException {
        json.beginObject()
                .field("step", made.step().toString())
                .field("host", made.host())
                .field("port", made.port())
                .field("serverName", made.serverNameSent().orElse(null))
                .field("dialled", made.dialled().orElse(null))
                .field("tcp", lower(made.tcp()))
                .field("tcpMillis", made.tcpTime().toMillis())
                .field("ending", lower(made.ending()))
                .field("failure", made.failure().orElse(null))
                .field(
                        "version",
                        made.negotiated().map(agreed -> agreed.version()).orElse(null))
                .field(
                        "cipherSuite",
                        made.negotiated().map(agreed -> agreed.cipherSuite()).orElse(null))
                .field(
                        "applicationProtocol",
                        made.negotiated()
                                .flatMap(agreed -> agreed.applicationProtocol())
                                .orElse(null))
                .field(
                        "resumed",
                        made.negotiated().map(agreed -> agreed.resumed()).orElse(false))
                .field("certificates", made.chain().size());
        json.name("trustedByPlatform");
        if (made.trustedByPlatform().isPresent()) {
            json.value(made.trustedByPlatform().get());
        } else {
            json.value((String) null);
        }
        json.name("replyMillis");
        if (made.replyTime().isPresent()) {
            json.value(made.replyTime().map(Duration::toMillis).orElse(0L));
        } else {
            json.value((String) null);
        }
        json.end();
    }

    private void stun(ProbeObservation seen) throws IOException {
        json.name("stun");
        if (seen.stun().isEmpty()) {
            json.value((String) null);
            return;
        }
        json.beginObject()
                .field("address", seen.stun().get().address())
                .field("port", seen.stun().get().port())
                .field("outcome", lower(seen.stun().get().outcome()))
                .field("mappedAddress", seen.stun().get().mappedAddress().orElse(null))
                .field("millis", seen.stun().get().took().toMillis())
                .end();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
