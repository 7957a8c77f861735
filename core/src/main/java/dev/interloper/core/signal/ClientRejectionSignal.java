package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.stream.Direction;
import java.util.List;
import java.util.Set;

/** The client itself refused the certificate. */
final class ClientRejectionSignal implements Signal {

    private static final String ID = "client.rejection";
    private static final String SOURCE = "RFC 8446 section 6.2";
    private static final double WEIGHT = 0.4;

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
        return "A client that does not know the inspecting proxy's authority, or that pins the origin's key, ends the"
                + " handshake with an alert about the certificate.";
    }

    @Override
    public String weighing() {
        return "Clients refuse genuine servers' certificates nearly as often as minted ones.";
    }

    @Override
    public String falsePositives() {
        return "Expired or misconfigured certificates of genuine servers, private authorities, outdated root stores.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.isPubliclyAnchored()) {
            return List.of();
        }
        return seen.handshake().stream()
                .flatMap(handshake -> handshake.alerts().stream())
                .filter(ClientRejectionSignal::isAboutCertificate)
                .limit(1)
                .map(alert -> Evidence.of(
                                ID, Grade.WEAK, WEIGHT, "the client refused the certificate: " + alert, SOURCE)
                        .inPackets(packets(alert)))
                .toList();
    }

    private static boolean isAboutCertificate(Alert alert) {
        return alert.provenance().direction() == Direction.CLIENT_TO_SERVER
                && switch (alert.description()) {
                    case 42, 43, 44, 45, 46, 48, 49 -> true;
                    default -> false;
                };
    }

    private static List<Long> packets(Alert alert) {
        return alert.provenance()
                .firstPacket()
                .map(packet -> List.of(packet.number()))
                .orElse(List.of());
    }
}
