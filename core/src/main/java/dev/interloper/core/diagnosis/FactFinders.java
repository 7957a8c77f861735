package dev.interloper.core.diagnosis;

import java.util.List;

/** All that is looked for in what a probe saw. */
final class FactFinders {

    private FactFinders() {}

    static List<FactFinder> all() {
        return List.of(
                new NameFacts(),
                new TransportFacts(),
                new ProxyFacts(),
                new AnswerFacts(),
                new SniFacts(),
                new PseudoTlsFacts(),
                new SeveralHandshakesFacts(),
                new PageFacts(),
                new CaptivePortalFacts(),
                new DatagramFacts());
    }
}
