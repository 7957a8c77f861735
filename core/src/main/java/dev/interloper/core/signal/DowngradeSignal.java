package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.TlsVersion;
import java.util.List;
import java.util.Set;

/** A version that both ends know was taken out of the hello. */
final class DowngradeSignal implements Signal {

    private static final String ID = "hello.downgrade";
    private static final String SOURCE = "RFC 8446 section 4.1.3; Chromium's TLS 1.3 downgrade hardening, 2018";
    private static final double WEIGHT = 4;

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
        return "A server marks its random when it has to speak an older version: one mark below TLS 1.3, another below 1.2. If the client"
                + " offered the version that the mark stands for, somebody between them took the offer away.";
    }

    @Override
    public String weighing() {
        return "Clients must break off, so that no healthy path shows it; inspecting firewalls that passed the server's random on did.";
    }

    @Override
    public String falsePositives() {
        return "Servers that set the mark wrongly; very few were seen, in 2018.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Answer answer = Answer.of(seen).orElse(null);
        if (answer == null) {
            return List.of();
        }
        TlsVersion agreed = answer.hello().selectedVersion();
        TlsVersion known = answer.hello()
                .downgradeSentinel()
                .map(DowngradeSignal::knownToServer)
                .orElse(null);
        return known != null && offers(answer.asked(), known) && agreed.asTls().code() < known.code()
                ? List.of(Evidence.of(
                                ID,
                                Grade.STRONG,
                                WEIGHT,
                                "the client offered " + known
                                        + " and the server can speak it (the mark in its random says so), but " + agreed
                                        + " was agreed on",
                                SOURCE)
                        .inPackets(packets(answer.hello())))
                : List.of();
    }

    /** The mark for TLS 1.1 and below is also set by servers that know no more than TLS 1.2. */
    private static TlsVersion knownToServer(TlsVersion markedFor) {
        return markedFor.equals(TlsVersion.TLS_1_2) ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
    }

    private static boolean offers(ClientHello asked, TlsVersion version) {
        return asked.supportedVersions().isEmpty()
                ? asked.legacyVersion().asTls().equals(version)
                : asked.supportedVersions().stream().map(TlsVersion::asTls).anyMatch(version::equals);
    }

    private static List<Long> packets(ServerHello hello) {
        return hello.provenance()
                .firstPacket()
                .map(packet -> List.of(packet.number()))
                .orElse(List.of());
    }
}
