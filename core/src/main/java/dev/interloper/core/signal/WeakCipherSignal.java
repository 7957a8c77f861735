package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.registry.Registry;
import java.util.List;
import java.util.Set;

/** A cipher that public servers have left behind. */
final class WeakCipherSignal implements Signal {

    private static final String ID = "hello.cipher";
    private static final String SOURCE = "RFC 9325 section 4.1; Durumeric et al., NDSS 2017";
    private static final List<String> BROKEN =
            List.of("_RC4_", "_3DES_", "_DES_", "EXPORT", "_NULL_", "_anon_", "_MD5");
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
        return "Given the choice, public servers take forward secrecy and modern ciphers; engines with old libraries take what they know.";
    }

    @Override
    public String weighing() {
        return "About as common on forgotten servers as on engines.";
    }

    @Override
    public String falsePositives() {
        return "Old servers and appliances; servers that were told to avoid ephemeral keys so that their traffic can be recorded.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Answer answer = Answer.of(seen).orElse(null);
        if (answer == null) {
            return List.of();
        }
        String chosen = Registry.CIPHER_SUITES.nameOf(answer.hello().cipherSuite());
        if (!chosen.startsWith("TLS_RSA_") && !isBroken(chosen)) {
            return List.of();
        }
        return answer.asked().cipherSuites().stream()
                .map(Registry.CIPHER_SUITES::nameOf)
                .filter(name -> name.startsWith("TLS_ECDHE_") && !isBroken(name))
                .findFirst()
                .map(better -> List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        chosen + " was agreed on although the client offered " + better,
                        SOURCE)))
                .orElse(List.of());
    }

    private static boolean isBroken(String suite) {
        return BROKEN.stream().anyMatch(suite::contains);
    }
}
