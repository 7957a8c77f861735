package dev.interloper.boards.trust;

import java.util.List;

/** All suites. */
public final class Suites {

    private Suites() {}

    /**
     * The suites in the order in which they are printed.
     *
     * @return each once
     */
    public static List<Suite> all() {
        return List.of(
                new LimboCoreSuite(),
                new LimboUnsolvedSuite(),
                new LimboCodesSuite(),
                new BetterTlsSuite(),
                new PkitsSuite(),
                new PublicRootsSuite(),
                new PrivateRootsSuite(),
                new PathologicalSuite(),
                new CtSuite(),
                new AttackChainSuite(),
                new PinsSuite());
    }
}
