package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Readings;
import java.io.IOException;

/** One thing that is measured. */
public interface Suite {

    /**
     * Its name.
     *
     * @return a letter, A to K
     */
    char letter();

    /**
     * Whether its numbers go into the total.
     *
     * @return true unless it is shown apart
     */
    default boolean isCounted() {
        return true;
    }

    /**
     * Measures.
     *
     * @param corpus what there is to measure with
     * @param readings what the library reads there
     * @return how much agrees; 0 of 0 where the corpus has nothing for it
     * @throws IOException if the corpus cannot be read
     */
    Score run(Corpus corpus, Readings readings) throws IOException;
}
