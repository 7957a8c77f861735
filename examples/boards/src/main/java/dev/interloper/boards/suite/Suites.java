package dev.interloper.boards.suite;

import java.io.IOException;
import java.util.List;

/** All suites. */
public final class Suites {

    private Suites() {}

    /**
     * The suites in the order in which they are printed.
     *
     * @param mutations how many mutated inputs the last one tries
     * @param seed where its random numbers start
     * @return A to K
     * @throws IOException if the list of explained differences cannot be read
     */
    public static List<Suite> all(long mutations, long seed) throws IOException {
        return List.of(
                new FieldsSuite(Explanations.reviewed()),
                new Ja3Suite(),
                new Ja4Suite(),
                new Ja4PartsSuite(),
                new NpfSuite(),
                new CertificatesSuite(),
                new FragmentationSuite(),
                new MissedSuite(),
                new DecryptionSuite(),
                new NegativesSuite(),
                new RobustnessSuite(mutations, seed));
    }
}
