package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Microsoft's pseudo-TLS: a media client's hello that only looks like TLS, and that nothing but a media relay can answer as it
 * must be answered.
 */
final class PseudoTlsSignal implements Signal {

    private static final String ID = "pseudo-tls.reply";
    private static final String SOURCE = "[MS-TURN] section 2.1.1, Pseudo-TLS over TCP";
    private static final int DH_ANON_WITH_RC4_128_MD5 = 0x0018;
    private static final int HELLO_LENGTH = 41;
    private static final double RELAY_ANSWERED = -6;
    private static final double CERTIFICATE_SENT = 7;
    private static final double REFUSED = 3;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CONNECTION;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FLIGHT);
    }

    @Override
    public String rationale() {
        return "A media relay answers ServerHello and ServerHelloDone in one record and sends no certificate; a proxy that"
                + " takes the hello for TLS answers with a certificate or an alert.";
    }

    @Override
    public String weighing() {
        return "The hello is no TLS to the relay it is meant for: whoever answers it with a certificate took it for TLS, and a relay's answer is given by nobody else.";
    }

    @Override
    public String falsePositives() {
        return "An ordinary web server refuses the hello as well, so that a refusal is no more than strong evidence.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.handshake()
                .filter(handshake -> handshake
                        .clientHello()
                        .filter(PseudoTlsSignal::isPseudo)
                        .isPresent())
                .flatMap(PseudoTlsSignal::reply)
                .map(List::of)
                .orElse(List.of());
    }

    /** The fields that the specification fixes; time stamp and random are the client's own. */
    private static boolean isPseudo(ClientHello hello) {
        return hello.body().length() == HELLO_LENGTH
                && hello.legacyVersion().equals(TlsVersion.TLS_1_0)
                && hello.sessionId().isEmpty()
                && hello.cipherSuites().equals(List.of(DH_ANON_WITH_RC4_128_MD5))
                && !hello.hasExtensions();
    }

    private static Optional<Evidence> reply(Handshake handshake) {
        if (handshake.serverCertificate().isPresent()) {
            return Optional.of(Evidence.of(
                    ID,
                    Grade.DECISIVE,
                    CERTIFICATE_SENT,
                    "the client's hello is pseudo-TLS, which a media relay answers without a certificate; a certificate came",
                    SOURCE));
        }
        ServerHello hello = handshake.serverHello().orElse(null);
        if (hello != null) {
            return isRelays(handshake, hello)
                    ? Optional.of(Evidence.of(
                            ID,
                            Grade.DECISIVE,
                            RELAY_ANSWERED,
                            "the client's hello is pseudo-TLS and was answered as a media relay does: ServerHello and"
                                    + " ServerHelloDone in one record, no certificate",
                            SOURCE))
                    : Optional.empty();
        }
        return handshake.alerts().stream()
                .filter(alert -> alert.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .findFirst()
                .map(PseudoTlsSignal::refused);
    }

    private static boolean isRelays(Handshake handshake, ServerHello hello) {
        List<HandshakeMessage> flight = handshake.messages().stream()
                .filter(message -> message.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .toList();
        return flight.size() == 2
                && flight.get(1).type().equals(HandshakeType.SERVER_HELLO_DONE)
                && flight.get(1)
                        .provenance()
                        .records()
                        .equals(hello.provenance().records())
                && hello.cipherSuite() == DH_ANON_WITH_RC4_128_MD5;
    }

    private static Evidence refused(Alert alert) {
        return Evidence.of(
                ID,
                Grade.STRONG,
                REFUSED,
                "the client's hello is pseudo-TLS and was refused (" + alert
                        + "): whoever answered speaks TLS, which no media relay does",
                SOURCE);
    }
}
