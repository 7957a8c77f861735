package dev.interloper.boards;

import dev.interloper.boards.trust.Report;
import dev.interloper.boards.trust.Suite;
import dev.interloper.boards.trust.Suites;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the library's verdicts on chains and roots with the verdicts that published suites expect. */
@Command(
        name = "trust",
        description = "Compares the library's verdicts on chains and roots with those that published suites expect.",
        mixinStandardHelpOptions = true)
final class TrustCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "x509-limbo/, nist-pkits/, public-roots/ and more; any part may be missing")
    private Path directory = Path.of("");

    @Option(
            names = "--disagreements",
            description = "print each case that is judged wrong with its findings, below its suite's line; "
                    + "FA is a false accept, FR a false reject")
    private boolean disagreements;

    @Option(names = "--findings", description = "print in how many cases of limbo's core each finding appears")
    private boolean findings;

    @Option(names = "--suites", split = ",", description = "only these, such as 'limbo core,pkits'; default: all")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--minimum",
            description = "exit with status 1 if a smaller part is judged right; default: ${DEFAULT-VALUE}")
    private double minimum;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    TrustCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(directory)) {
            err.println("boards: " + directory + ": no such directory");
            return CommandLine.ExitCode.USAGE;
        }
        long passed = 0;
        long total = 0;
        List<String> table = new ArrayList<>();
        for (Suite suite : chosen()) {
            Report report = new Report();
            suite.run(directory, report);
            if (report.absent().isPresent()) {
                err.println("suite " + suite.name() + ": left out: "
                        + report.absent().get());
                continue;
            }
            passed += report.passed();
            total += report.total();
            table.addAll(report.findings());
            out.println("suite " + suite.name() + ": " + report);
            if (disagreements) {
                report.disagreements().forEach(line -> out.println("  " + line));
            }
            report.notes().forEach(line -> err.println("suite " + suite.name() + ": " + line));
            out.flush();
        }
        if (findings) {
            table.forEach(out::println);
        }
        out.println("trust: " + passed + "/" + total);
        return passed < minimum * total ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private List<Suite> chosen() {
        List<Suite> all = Suites.all();
        List<String> names = all.stream().map(Suite::name).toList();
        for (String name : suites) {
            if (!names.contains(name.strip())) {
                throw new ParameterException(spec.commandLine(), "no suite '" + name + "', there are " + names);
            }
        }
        return suites.isEmpty()
                ? all
                : all.stream()
                        .filter(suite -> suites.stream().map(String::strip).anyMatch(suite.name()::equals))
                        .toList();
    }
}
