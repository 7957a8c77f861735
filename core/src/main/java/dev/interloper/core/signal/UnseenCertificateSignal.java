package dev.interloper.core.signal;

import dev.interloper.certs.UnreadableCertificate;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.stream.Direction;
import java.util.List;
import java.util.Set;

/** Says why there is no certificate to judge. */
final class UnseenCertificateSignal implements Signal {

    private static final String ID = "certificate.unseen";
    private static final String SOURCE = "RFC 8446 section 4.4.2; RFC 5246 section 7.3";

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
        return Set.of();
    }

    @Override
    public String rationale() {
        return "Without a certificate hardly anything can be said; the reason tells what to do to see one.";
    }

    @Override
    public String weighing() {
        return "Context only.";
    }

    @Override
    public String falsePositives() {
        return "None known: it is context, not evidence.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (!seen.chain().unreadable().isEmpty() && seen.chain().leaf().isEmpty()) {
            UnreadableCertificate leaf = seen.chain().unreadable().get(0);
            return List.of(Evidence.context(ID, "the server's certificate does not parse: " + leaf.reason(), SOURCE));
        }
        if (seen.handshake().isEmpty() || seen.chain().size() > 0) {
            return List.of();
        }
        return List.of(Evidence.context(ID, reason(seen.handshake().get()), SOURCE));
    }

    private static String reason(Handshake handshake) {
        if (handshake.foreignReply().isPresent()) {
            return "the server did not answer in TLS; its reply begins \""
                    + handshake.foreignReply().get().printable() + "\"";
        }
        if (handshake.serverCertificate().isPresent()) {
            return "the server's Certificate message holds no certificate";
        }
        if (handshake.serverHello().isEmpty()) {
            return noHello(handshake);
        }
        if (handshake.isResumed()) {
            return "the session was resumed, so that no certificate was sent: look at the connection that began it";
        }
        if (handshake.version().orElseThrow().isTls13()) {
            return "TLS 1.3 encrypts the certificate: it can be read only with the client's key log, or from a live"
                    + " connection";
        }
        if (!handshake.problems().isEmpty()) {
            return "the certificate could not be read: "
                    + handshake.problems().get(0).description();
        }
        return "the server sent no certificate";
    }

    private static String noHello(Handshake handshake) {
        return handshake.alerts().stream()
                .filter(alert -> alert.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .findFirst()
                .map(Alert::toString)
                .map(alert -> "the server refused the handshake: " + alert)
                .orElse("no ServerHello is in the capture");
    }
}
