package dev.interloper.core.report;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.Advice;
import dev.interloper.core.BypassEntry;
import dev.interloper.core.Inspection;
import dev.interloper.core.Verdict;
import dev.interloper.core.cure.BypassText;
import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Tunnel;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.FirstReply;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.StreamProblem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one inspected connection as JSON; {@link JsonReport} lists the fields. */
final class JsonConnection {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final JsonWriter json;

    JsonConnection(JsonWriter json) {
        this.json = json;
    }

    void write(Inspection inspection) throws IOException {
        Observation seen = inspection.observation();
        json.beginObject();
        Handshake handshake = seen.handshake().orElse(null);
        if (handshake != null) {
            endpoint("client", handshake.conversation().client());
            endpoint("server", handshake.conversation().server());
        }
        json.field("start", seen.at().toString());
        json.field("host", seen.serverName().map(name -> name.text()).orElse(null));
        if (handshake != null) {
            handshake(handshake);
            flight(seen, handshake);
        }
        certificate(seen);
        verdict(inspection.verdict());
        JsonComparison.write(json, seen);
        advice(inspection.advice());
        json.end();
    }

    private void endpoint(String name, Endpoint endpoint) throws IOException {
        json.name(name)
                .beginObject()
                .field("address", endpoint.addressText())
                .field("port", endpoint.port())
                .end();
    }

    private void handshake(Handshake handshake) throws IOException {
        json.field("serverName", handshake.serverName().orElse(null));
        json.field("version", handshake.version().map(Object::toString).orElse(null));
        json.name("tunnel");
        Tunnel tunnel = handshake.tunnel().orElse(null);
        if (tunnel == null) {
            json.value((String) null);
        } else {
            json.beginObject()
                    .field("target", tunnel.target())
                    .field("status", tunnel.status())
                    .end();
        }
        json.name("messages").beginArray();
        for (HandshakeMessage message : handshake.messages()) {
            message(message);
        }
        json.end().name("alerts").beginArray();
        for (Alert alert : handshake.alerts()) {
            json.beginObject()
                    .field("direction", side(alert.provenance().direction()))
                    .field("fatal", alert.isFatal())
                    .field("name", alert.name());
            packets(alert.provenance());
            json.end();
        }
        json.end().name("problems").beginArray();
        for (StreamProblem problem : handshake.problems()) {
            json.beginObject()
                    .field("kind", lower(problem.kind()))
                    .field("direction", side(problem.direction()))
                    .field("offset", problem.offset())
                    .field("description", problem.description())
                    .end();
        }
        json.end();
    }

    private void message(HandshakeMessage message) throws IOException {
        json.beginObject()
                .field("type", message.type().toString())
                .field("direction", side(message.provenance().direction()))
                .field("length", message.body().length());
        json.name("records").beginArray();
        for (TlsRecord record : message.provenance().records()) {
            json.beginObject()
                    .field("index", record.index())
                    .field("offset", record.offset())
                    .field("length", record.length())
                    .end();
        }
        json.end();
        packets(message.provenance());
        json.field("malformation", message.malformation().map(Object::toString).orElse(null));
        json.end();
    }

    private void packets(Provenance provenance) throws IOException {
        packet("firstPacket", provenance.firstPacket().orElse(null));
        packet("lastPacket", provenance.lastPacket().orElse(null));
    }

    private void packet(String name, @Nullable PacketRef packet) throws IOException {
        json.name(name);
        if (packet == null) {
            json.value((String) null);
            return;
        }
        json.beginObject()
                .field("number", packet.number())
                .field("arrivalNanos", packet.arrivalNanos())
                .field("payloadLength", packet.payloadLength())
                .end();
    }

    private void flight(Observation seen, Handshake handshake) throws IOException {
        FlightShape flight = seen.flight().orElseThrow();
        json.name("flight").beginObject().field("reliable", flight.isReliable());
        json.strings("doubts", flight.doubts());
        json.name("roundTripMillis");
        if (handshake.conversation().roundTripNanos().isPresent()) {
            json.value(handshake.conversation().roundTripNanos().getAsLong() / NANOS_PER_MILLI);
        } else {
            json.value((String) null);
        }
        json.name("firstReplyMillis");
        FirstReply reply = flight.firstReply().orElse(null);
        if (reply == null) {
            json.value((String) null);
        } else {
            json.value(reply.delayNanos() / NANOS_PER_MILLI);
        }
        json.name("boundaries").beginArray();
        for (Boundary boundary : flight.boundaries()) {
            json.beginObject()
                    .field("before", boundary.before())
                    .field("after", boundary.after())
                    .field("kind", boundary.kind().name().toLowerCase(Locale.ROOT))
                    .field("gapMillis", boundary.gapNanos() / NANOS_PER_MILLI);
            numbers(
                    "packets",
                    List.of(
                            boundary.lastBefore().number(),
                            boundary.firstAfter().number()));
            json.end();
        }
        json.end().end();
    }

    private void numbers(String name, List<Long> numbers) throws IOException {
        json.name(name).beginArray();
        for (long number : numbers) {
            json.value(number);
        }
        json.end();
    }

    private void certificate(Observation seen) throws IOException {
        json.name("certificate");
        ForgePrint leaf = seen.forgePrint().orElse(null);
        TrustReport trust = seen.trust().orElse(null);
        if (leaf == null || trust == null) {
            json.value((String) null);
            return;
        }
        json.beginObject()
                .field("subject", leaf.subject().printable())
                .field("issuer", leaf.issuer().printable())
                .field("serial", leaf.serial().value().toString(16))
                .field("notBefore", leaf.notBefore().toString())
                .field("notAfter", leaf.notAfter().toString());
        json.strings(
                "names",
                leaf.subjectAltNames().names().stream().map(Object::toString).toList());
        json.field("keySha256", leaf.keyHash().hex())
                .field("chainLength", seen.chain().size())
                .field("anchorClass", lower(trust.anchorClass()))
                .field(
                        "anchor",
                        trust.anchor().map(anchor -> anchor.name().printable()).orElse(null))
                .field("trusted", trust.trusted());
        json.name("findings").beginArray();
        for (Finding finding : trust.findings()) {
            json.beginObject()
                    .field("code", finding.code().toString())
                    .field("severity", lower(finding.severity()))
                    .name("certificate");
            if (finding.certificateIndex().isPresent()) {
                json.value(finding.certificateIndex().getAsInt());
            } else {
                json.value((String) null);
            }
            json.field("sentence", finding.sentence())
                    .field("source", finding.source())
                    .end();
        }
        json.end().end();
    }

    private void verdict(Verdict verdict) throws IOException {
        json.name("verdict")
                .beginObject()
                .field("outcome", verdict.outcome().toString())
                .field("probability", verdict.probability());
        json.field("engine", verdict.engine().orElse(null)).name("product");
        Product product = verdict.product().orElse(null);
        if (product == null) {
            json.value((String) null);
        } else {
            json.beginObject()
                    .field("name", product.name())
                    .field("vendor", product.vendor())
                    .field("kind", product.kind().key())
                    .end();
        }
        json.name("evidence").beginArray();
        for (Evidence evidence : verdict.evidence()) {
            json.beginObject()
                    .field("signal", evidence.signal())
                    .field("grade", lower(evidence.grade()))
                    .field("weight", evidence.weight())
                    .field("statement", evidence.statement())
                    .field("source", evidence.source());
            numbers("packets", evidence.packets());
            json.end();
        }
        json.end().end();
    }

    private void advice(Advice advice) throws IOException {
        json.name("advice").beginObject().field("summary", advice.summary());
        json.name("bypass").beginArray();
        for (BypassEntry entry : advice.bypass()) {
            json.beginObject()
                    .field("kind", lower(entry.kind()))
                    .field("value", entry.value())
                    .field("port", entry.port())
                    .end();
        }
        json.end();
        json.strings("breakage", advice.breakage());
        json.strings("steps", advice.steps());
        rule(advice.rule());
        json.end();
    }

    void rule(Optional<BypassText> rule) throws IOException {
        json.name("bypassRule");
        if (rule.isEmpty()) {
            json.value((String) null);
            return;
        }
        json.beginObject().field("text", rule.get().text());
        json.strings("unsupported", rule.get().unsupported());
        json.name("verified").value(rule.get().verified());
        json.end();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? "client" : "server";
    }
}
