package dev.interloper.core.client;

import dev.interloper.core.product.Strength;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** The hello is one that an interception product sends. */
final class KnownHelloSignal implements ClientSignal {

    private static final String ID = "hello.product";
    private static final double EXACT = 6.5;
    private static final double STRONG = 4;
    private static final double WEAK = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "A product's own choice of suites, extensions and curves, in its order, is hardly found in another program; "
                + "its usual shape alone is strong; a library's defaults are a hint.";
    }

    @Override
    public String falsePositives() {
        return "Another program with the same library and the same settings; without a user agent nothing speaks against that.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        if (client.knownHellos().isEmpty() || client.fits()) {
            return List.of();
        }
        KnownHello known = client.knownHellos().get(0);
        String statement = "the hello is one of " + known.product().name()
                + (known.strength() == Strength.WEAK ? ", and of other programs with the same library" : "");
        return List.of(
                switch (known.strength()) {
                    case EXACT -> Evidence.of(ID, Grade.DECISIVE, EXACT, statement, known.source());
                    case STRONG -> Evidence.of(ID, Grade.STRONG, STRONG, statement, known.source());
                    case WEAK -> Evidence.of(ID, Grade.WEAK, WEAK, statement, known.source());
                });
    }
}
