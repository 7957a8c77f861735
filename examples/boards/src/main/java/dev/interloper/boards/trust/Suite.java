package dev.interloper.boards.trust;

import java.io.IOException;
import java.nio.file.Path;

/** One thing that is measured. */
public interface Suite {

    /**
     * Its name.
     *
     * @return lower-case words
     */
    String name();

    /**
     * Measures, or calls {@link Report#absent} where the folder has nothing for it.
     *
     * @param folder a folder laid out like the certificate corpora
     * @param report where the outcome goes
     * @throws IOException if what is there cannot be read
     */
    void run(Path folder, Report report) throws IOException;
}
