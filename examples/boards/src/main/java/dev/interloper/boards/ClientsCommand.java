package dev.interloper.boards;

import dev.interloper.boards.clients.ClientCapture;
import dev.interloper.boards.clients.ClientFolder;
import dev.interloper.boards.clients.ClientJudgement;
import dev.interloper.core.client.ClientInspector;
import dev.interloper.core.client.HelloCatalog;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges captures of browsers and interceptors, as servers saw them. */
@Command(
        name = "clients",
        description = "Judges captures of browsers and interceptors by what servers see of them.",
        mixinStandardHelpOptions = true)
final class ClientsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "a folder laid out like mitmengine's: reference_fingerprints/pcaps/SET/")
    private Path directory = Path.of("");

    @Option(names = "--without-hellos", description = "know no product's hello: what the browsers' rules alone find")
    private boolean withoutHellos;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    ClientsCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(directory)) {
            err.println("boards: " + directory + ": no such directory");
            return CommandLine.ExitCode.USAGE;
        }
        HelloCatalog hellos = withoutHellos ? HelloCatalog.none() : HelloCatalog.bundled();
        ClientInspector inspector = ClientInspector.builder().hellos(hellos).build();
        Map<String, List<ClientJudgement>> sets = new TreeMap<>();
        out.println("set\tcapture\tverdict\tprobability\tproduct\tsignals\tuser agent");
        for (ClientCapture capture : ClientFolder.captures(directory)) {
            ClientJudgement judgement = ClientJudgement.of(inspector, capture);
            out.println(judgement.row());
            sets.computeIfAbsent(capture.set(), set -> new ArrayList<>()).add(judgement);
        }
        out.println("set\tcaptures\tflagged\tnamed\tunknown");
        sets.forEach((set, all) ->
                out.println(set + "\t" + all.size() + "\t" + flagged(all) + "\t" + named(all) + "\t" + unknown(all)));
        List<ClientJudgement> middleboxes = sets.getOrDefault("middleboxes", List.of());
        List<ClientJudgement> browsers = sets.getOrDefault("browsers", List.of());
        List<ClientJudgement> both = new ArrayList<>(middleboxes);
        both.addAll(browsers);
        out.println("clients: middleboxes=" + flagged(middleboxes) + "/" + middleboxes.size() + " browsers="
                + flagged(browsers) + "/" + browsers.size() + " named=" + named(middleboxes) + " unknown="
                + unknown(both));
        return CommandLine.ExitCode.OK;
    }

    private static long flagged(List<ClientJudgement> judgements) {
        return judgements.stream().filter(ClientJudgement::flagged).count();
    }

    private static long named(List<ClientJudgement> judgements) {
        return judgements.stream().filter(ClientJudgement::named).count();
    }

    private static long unknown(List<ClientJudgement> judgements) {
        return judgements.stream().filter(ClientJudgement::unknown).count();
    }
}
