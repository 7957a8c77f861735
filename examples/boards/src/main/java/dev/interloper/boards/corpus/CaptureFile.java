package dev.interloper.boards.corpus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A capture of the corpus.
 *
 * @param name its path within the corpus
 * @param path where it is
 * @param oracle what tshark reads in it without help; empty where the corpus does not say
 */
public record CaptureFile(String name, Path path, Optional<Path> oracle) {

    /**
     * The last part of its path.
     *
     * @return the file's name
     */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
