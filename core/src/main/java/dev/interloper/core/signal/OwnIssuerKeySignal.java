package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The leaf has its issuer's own key: the minting engine saved itself a key. */
final class OwnIssuerKeySignal implements Signal {

    private static final String ID = "key.own-issuer";
    private static final double WEIGHT = 9;
    private static final double IN_HOUSE = 4;
    private static final double IDENTIFIER_ONLY = 1;
    private static final String SOURCE =
            "measured on squid 5.7 and mitmproxy 8.1.1; squid src/ssl/gadgets.cc, mitmproxy certs.py";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "An authority never hands out its signing key, so that a leaf with its issuer's key can only have"
                + " been minted by a machine that holds both: squid and mitmproxy do so.";
    }

    @Override
    public String weighing() {
        return "No authority gives its key away, which makes it all but a proof; in a house of its own an administrator may use one key for both.";
    }

    @Override
    public String falsePositives() {
        return "A private authority that has one key for itself and its server, which is why on internal hosts it does not"
                + " decide alone; certificates whose authority key identifier was made from the wrong key, which is weak.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.forgePrint().filter(print -> !print.selfSigned()).orElse(null);
        if (leaf == null || !(leaf.leafKeyEqualsIssuerKey() || leaf.authorityKeyIdIsOwnKey())) {
            return List.of();
        }
        if (!leaf.leafKeyEqualsIssuerKey()) {
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    IDENTIFIER_ONLY,
                    "the certificate names its own key as its issuer's (authority key identifier)",
                    SOURCE));
        }
        boolean sharedInHouse = seen.isInternalHost();
        return List.of(Evidence.of(
                ID,
                sharedInHouse ? Grade.STRONG : Grade.DECISIVE,
                sharedInHouse ? IN_HOUSE : WEIGHT,
                "the server's key is its issuer's own signing key: no authority gives that away",
                SOURCE));
    }
}
