package dev.interloper.core.client;

import dev.interloper.core.product.ProductMatch;
import dev.interloper.core.product.Strength;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** A header that an interception product adds to requests. */
final class HeaderProductSignal implements ClientSignal {

    private static final String ID = "header.product";

    /** e^6: a header of that name in the request of a client without the product is rarer than one in 400. */
    private static final double STRONG = 6;

    private static final double WEAK = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Who adds a header to a request that came by TLS has read it. Products add headers named after themselves.";
    }

    @Override
    public String falsePositives() {
        return "A product of the same vendor that the service itself runs in front of its servers; a client that adds the "
                + "header by itself.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        if (client.products().isEmpty()) {
            return List.of();
        }
        ProductMatch match = client.products().get(0);
        boolean specific = match.pattern().strength() != Strength.WEAK;
        return List.of(Evidence.of(
                ID,
                specific ? Grade.DECISIVE : Grade.WEAK,
                specific ? STRONG : WEAK,
                "the request has a header \"" + match.value() + "\", which "
                        + match.product().name() + " adds",
                match.pattern().source()));
    }
}
