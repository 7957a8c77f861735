package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Fields;
import dev.interloper.boards.library.Message;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares every field that the oracle gives of a message. */
final class Comparison {

    /** Whose message it is, which the matching has settled, and tshark's own numbering. */
    private static final Set<String> PLACE = Set.of("src", "dst", "sport", "dport", "stream", "transport");

    /** Suite B's. */
    private static final Set<String> FINGERPRINTS = Set.of("ja3", "ja3_full", "ja3s", "ja3s_full");

    /**
     * Of the record, fragment or packet that brought the message, not of the message: compared only where the library tells them. (Of a
     * message in several records tshark gives the length of one of them.)
     */
    private static final Set<String> CARRIER = Set.of(
            "record_length", "epoch", "seq", "message_seq", "fragment_offset", "fragment_length", "quic_version");

    private Comparison() {}

    static List<Difference> differences(OracleMessage oracle, Message message) {
        Map<String, Object> ours = Fields.of(message);
        List<Difference> differences = new ArrayList<>();
        boolean malformed = oracle.is("malformed");
        oracle.fields().forEach((field, theirs) -> {
            if (PLACE.contains(field) || FINGERPRINTS.contains(field) || (field.equals("frame") && isInVpn(message))) {
                return;
            }
            Object own = ours.get(field);
            if (own == null && !CARRIER.contains(field) && !isEmpty(theirs)) {
                differences.add(Difference.of(field, theirs, "none"));
            } else if (own != null && !agree(theirs, own, malformed)) {
                differences.add(Difference.of(field, theirs, own));
            }
        });
        return differences;
    }

    /** tshark joins all control packets of OpenVPN before it looks for TLS, and gives the last one's number to all that was in them. */
    private static boolean isInVpn(Message message) {
        return message.handshake().upgrades().stream()
                .anyMatch(upgrade -> upgrade.protocol() == UpgradeProtocol.OPENVPN);
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty();
    }

    /** Where the oracle gave up in the middle of a message, its lists stop there. */
    private static boolean agree(Object theirs, Object ours, boolean stopped) {
        if (stopped && theirs instanceof List<?> start && ours instanceof List<?> all) {
            return start.size() <= all.size() && start.equals(all.subList(0, start.size()));
        }
        return theirs.equals(ours);
    }
}
