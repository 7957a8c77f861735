package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.record.TlsVersion;
import java.util.List;
import java.util.Set;

/** A version that public servers have left behind. */
final class OldVersionSignal implements Signal {

    private static final String ID = "hello.version";
    private static final String SOURCE = "RFC 8996; Durumeric et al., NDSS 2017";
    private static final double WEIGHT = 0.5;

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
        return "Public servers have spoken TLS 1.2 or 1.3 for years; old engines between stop at 1.1 or 1.0.";
    }

    @Override
    public String weighing() {
        return "About as common on forgotten servers as on old engines; many of the former have private certificates too.";
    }

    @Override
    public String falsePositives() {
        return "Old servers and appliances.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Answer answer = Answer.of(seen).orElse(null);
        if (answer == null) {
            return List.of();
        }
        boolean newerOffered = answer.asked().legacyVersion().asTls().code() >= TlsVersion.TLS_1_2.code();
        boolean old = answer.hello().selectedVersion().asTls().code() < TlsVersion.TLS_1_2.code();
        return newerOffered && old
                ? List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "only " + answer.hello().selectedVersion() + " was agreed on although the client offered newer",
                        SOURCE))
                : List.of();
    }
}
