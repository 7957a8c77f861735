package dev.interloper.certs.trust;

import dev.interloper.certs.internal.KeyStrength;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keys are large enough: RSA from 2048 bits, curves from 256. */
final class KeyStrengthCheck implements PathCheck {
    /** Kinds without a row have one size, or are unknown here. */
    private static final Map<String, Integer> LEAST = Map.of("RSA", 2048, "EC", 256);

    private static final String SOURCE = "CA/Browser Forum Baseline Requirements 6.1.5";

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            int position = i;
            add(
                    findings,
                    () -> Say.certificate(path, position),
                    path.certificates().get(i).getPublicKey(),
                    path.presentedIndex(i));
        }
        Optional<Anchor> anchor = path.anchor();
        if (anchor.isPresent()
                && path.anchor()
                        .flatMap(Anchor::certificate)
                        .filter(path.leaf()::equals)
                        .isEmpty()) {
            int index = anchor.get().certificate().map(path.chain()::indexOf).orElse(-1);
            add(
                    findings,
                    () -> "The anchor " + anchor.get().name().printable(),
                    anchor.get().publicKey(),
                    index);
        }
        return findings;
    }

    private static void add(List<Finding> findings, Supplier<String> who, PublicKey key, int index) {
        KeyStrength strength = KeyStrength.of(key);
        int least = LEAST.getOrDefault(strength.algorithm(), -1);
        boolean isDsa = strength.algorithm().equals("DSA");
        if (strength.bits() >= least && !isDsa) {
            return;
        }
        String what = who.get() + " has a " + strength.bits() + "-bit " + strength.algorithm() + " key";
        if (strength.bits() < least) {
            findings.add(weak(Severity.ERROR, index, what + ", below " + least + "."));
        }
        if (isDsa) {
            findings.add(weak(Severity.WARNING, index, what + "; TLS does not use DSA any more."));
        }
    }

    private static Finding weak(Severity severity, int index, String sentence) {
        return Finding.of(FindingCode.WEAK_KEY, severity, index, sentence, SOURCE);
    }
}
