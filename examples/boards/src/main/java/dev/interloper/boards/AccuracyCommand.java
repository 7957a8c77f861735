package dev.interloper.boards;

import dev.interloper.boards.accuracy.Accuracy;
import dev.interloper.boards.accuracy.Figures;
import dev.interloper.boards.accuracy.LabelledCorpus;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.spi.EvidenceKind;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how often the library is right about labelled connections. */
@Command(
        name = "accuracy",
        description = "Measures how often the library is right about labelled connections.",
        mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "labels.tsv, pcap/, keys/ and pki/")
    private Path directory = Path.of("");

    @Option(
            names = "--no-keys",
            negatable = true,
            description =
                    "look without the clients' key logs, as from a capture alone; --keys, with them, is the default")
    private boolean withoutKeys;

    @Option(names = "--blind", description = "withhold all names: --without names")
    private boolean blind;

    @Option(names = "--no-roots", description = "withhold all trust anchors: --without roots")
    private boolean withoutRoots;

    @Option(
            names = "--without",
            paramLabel = "KIND",
            split = ",",
            description = "withhold kinds of evidence: names, roots, public-marks, forge, flight, transport")
    private List<String> without = new ArrayList<>();

    @Option(names = "--engine-out", paramLabel = "NAME", description = "as if this engine had never been measured")
    private List<String> enginesOut = new ArrayList<>();

    @Option(names = "--disagreements", description = "print only the cases that are judged otherwise than expected")
    private boolean disagreements;

    @Option(
            names = "--minimum",
            description = "exit with status 1 if recall is smaller, or if any direct case is called intercepted")
    private double minimum = -1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    AccuracyCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isRegularFile(directory.resolve("labels.tsv"))) {
            spec.commandLine().getErr().println("boards: " + directory + ": no labels.tsv there");
            return CommandLine.ExitCode.USAGE;
        }
        EngineCatalog engines = EngineCatalog.bundled();
        for (String engine : enginesOut) {
            engines = engines.without(engine);
        }
        LabelledCorpus corpus = new LabelledCorpus(directory, engines, withheld(), !withoutKeys);
        Figures figures = Accuracy.run(corpus, engines.engines(), disagreements, out::println);
        out.flush();
        boolean failed = minimum >= 0 && (figures.recall() < minimum || figures.falsePositives() > 0);
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private Set<EvidenceKind> withheld() {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        if (blind) {
            kinds.add(EvidenceKind.NAMES);
        }
        if (withoutRoots) {
            kinds.add(EvidenceKind.ROOTS);
        }
        for (String name : without) {
            try {
                kinds.add(EvidenceKind.valueOf(name.strip().replace('-', '_').toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--without: no kind '" + name
                                + "', there are names, roots, public-marks, forge, flight and transport",
                        e);
            }
        }
        return kinds;
    }
}
