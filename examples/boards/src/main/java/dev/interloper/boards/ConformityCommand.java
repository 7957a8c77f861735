package dev.interloper.boards;

import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Readings;
import dev.interloper.boards.suite.Score;
import dev.interloper.boards.suite.Suite;
import dev.interloper.boards.suite.Suites;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares what the library reads in a corpus with what other programs read there. */
@Command(
        name = "conformity",
        description = "Compares what the library reads in a corpus with what other programs read there.",
        mixinStandardHelpOptions = true)
final class ConformityCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "the corpus: MANIFEST.tsv, captures, oracle/; any part may be missing")
    private Path directory = Path.of("");

    @Option(names = "--disagreements", description = "print what differs, below each suite's line")
    private boolean disagreements;

    @Option(names = "--suites", description = "only these, such as AFK; default: ${DEFAULT-VALUE}")
    private String suites = "ABCDEFGHIJK";

    @Option(names = "--mutations", description = "mutated inputs of suite K; default: ${DEFAULT-VALUE}")
    private long mutations = 100_000;

    @Option(names = "--seed", description = "where suite K's random numbers start; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--minimum",
            description = "exit with status 1 if a smaller part of A to J agrees; default: ${DEFAULT-VALUE}")
    private double minimum;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    ConformityCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(directory)) {
            err.println("boards: " + directory + ": no such directory");
            return CommandLine.ExitCode.USAGE;
        }
        Corpus corpus = Corpus.at(directory);
        Readings readings = new Readings();
        long passed = 0;
        long total = 0;
        for (Suite suite : Suites.all(mutations, seed)) {
            if (suites.indexOf(suite.letter()) < 0) {
                continue;
            }
            Score score = suite.run(corpus, readings);
            if (suite.isCounted()) {
                passed += score.passed();
                total += score.total();
            }
            out.println("suite " + suite.letter() + ": " + score);
            if (disagreements) {
                score.disagreements().forEach(line -> out.println("  " + line));
            }
            score.notes().forEach(line -> err.println("suite " + suite.letter() + ": " + line));
            out.flush();
        }
        out.println("conformity: " + passed + "/" + total);
        return passed < minimum * total ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
}
