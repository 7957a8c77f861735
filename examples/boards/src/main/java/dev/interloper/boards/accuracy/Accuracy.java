package dev.interloper.boards.accuracy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Judges a corpus and prints what came of it. */
public final class Accuracy {

    private Accuracy() {}

    /**
     * Judges all cases.
     *
     * @param corpus the labelled connections
     * @param printed the engines that there are prints of: the others' right name is unknown
     * @param disagreements whether to print only the cases that are judged otherwise than expected
     * @param out takes each line
     * @return the figures
     * @throws IOException if a file cannot be read
     */
    public static Figures run(LabelledCorpus corpus, Set<String> printed, boolean disagreements, Consumer<String> out)
            throws IOException {
        List<Judged> all = corpus.judge();
        all.stream()
                .filter(judged -> !disagreements || !Figures.agrees(judged))
                .map(Judged::line)
                .forEach(out);
        out.accept("");
        Breakdown.of(all).forEach(out);
        out.accept("");
        Calibration.of(all).forEach(out);
        out.accept("");
        Figures figures = new Figures(all, printed);
        out.accept(figures.toString());
        return figures;
    }
}
