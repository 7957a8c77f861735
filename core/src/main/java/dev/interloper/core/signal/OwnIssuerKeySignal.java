package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.util.List;

/** The leaf has its issuer's own key: the minting engine saved itself a key. */
final class OwnIssuerKeySignal implements Signal {

    private static final String ID = "key.own-issuer";
    private static final double WEIGHT = 9;
    private static final String SOURCE =
            "measured on squid 5.7 and mitmproxy 8.1.1; squid src/ssl/gadgets.cc, mitmproxy certs.py";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "An authority never hands out its signing key, so that a leaf with its issuer's key can only have"
                + " been minted by a machine that holds both: squid and mitmproxy do so.";
    }

    @Override
    public String falsePositives() {
        return "None known; a self-signed certificate, whose issuer is itself, does not count.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.forgePrint()
                .filter(leaf -> !leaf.selfSigned())
                .filter(leaf -> leaf.leafKeyEqualsIssuerKey() || leaf.authorityKeyIdIsOwnKey())
                .map(leaf -> List.of(Evidence.of(
                        ID,
                        Grade.DECISIVE,
                        WEIGHT,
                        "the server's key is its issuer's own signing key ("
                                + (leaf.leafKeyEqualsIssuerKey()
                                        ? "the certificate verifies under, or shares, its issuer's key"
                                        : "its authority key identifier is the hash of its own key")
                                + "): no authority gives that away",
                        SOURCE)))
                .orElse(List.of());
    }
}
