package dev.interloper.cli;

import dev.interloper.core.cure.BypassList;
import dev.interloper.core.cure.BypassRenderer;
import dev.interloper.core.cure.BypassRenderers;
import dev.interloper.core.cure.BypassTarget;
import dev.interloper.core.cure.BypassTargetException;
import dev.interloper.core.cure.BypassText;
import dev.interloper.core.cure.Service;
import dev.interloper.core.cure.ServiceCatalog;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes bypass lists. */
@Command(
        name = "bypass",
        description = "Writes destinations in the syntax of a product's bypass list, never wider than asked.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the list is written; what the format cannot express is in its comments and on standard error",
            "64:the command line is wrong",
            "65:a destination was refused, or the file of services cannot be read; nothing is written"
        })
final class BypassCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--for", paramLabel = "PRODUCT", description = "see --list")
    private @Nullable String product;

    @Option(names = "--list", description = "list the products")
    private boolean list;

    @Option(
            names = "--service",
            paramLabel = "ID",
            description = "what a vendor asks not to be decrypted, see --list-services; may be repeated")
    private List<String> services = List.of();

    @Option(names = "--list-services", description = "list the services")
    private boolean listServices;

    @Option(
            names = "--services",
            paramLabel = "FILE",
            description = "services of one's own in the form of services.tsv, in place of those with the same ID")
    private @Nullable Path servicesFile;

    @Option(names = "--reason", paramLabel = "TEXT", description = "for the comment above the list")
    private String reason = "";

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "host, .domain (with all below it), *.domain (all below it), address, or block of addresses; a port"
                            + " behind a colon")
    private List<String> targets = List.of();

    BypassCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            return write();
        } catch (IOException e) {
            streams.complain(servicesFile + ": " + Knowledge.reason(e));
            return ExitStatus.BAD_INPUT;
        }
    }

    private int write() throws IOException {
        if (list) {
            BypassRenderers.all()
                    .forEach(each ->
                            streams.out().println(String.format(Locale.ROOT, "%-16s%s", each.id(), each.product())));
            return ExitStatus.DIRECT;
        }
        ServiceCatalog catalog = catalog();
        if (listServices) {
            catalog.services()
                    .forEach(each ->
                            streams.out().println(String.format(Locale.ROOT, "%-16s%s", each.id(), each.name())));
            return ExitStatus.DIRECT;
        }
        BypassRenderer renderer = renderer();
        if (targets.isEmpty() && services.isEmpty()) {
            throw usage("no TARGET and no --service is given");
        }
        List<BypassTarget> wanted = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String id : services) {
            Service service = catalog.of(id)
                    .orElseThrow(() -> usage("--service: no such service: " + Printable.of(id)
                            + "; there are: "
                            + catalog.services().stream().map(Service::id).collect(Collectors.joining(", "))));
            wanted.addAll(service.targets());
            notes.addAll(service.notes());
        }
        try {
            for (String target : targets) {
                wanted.add(BypassTarget.parse(target));
            }
            LocalDate today = LocalDate.now(Clock.systemUTC());
            BypassText text =
                    renderer.render(BypassList.of(wanted, reason, today).withNotes(notes));
            streams.out().print(text.text());
            text.unsupported().forEach(sentence -> streams.complain("cannot be expressed: " + sentence));
            return ExitStatus.DIRECT;
        } catch (BypassTargetException e) {
            streams.complain("refused: " + e.getMessage());
            return ExitStatus.BAD_INPUT;
        }
    }

    private ServiceCatalog catalog() throws IOException {
        if (servicesFile == null) {
            return ServiceCatalog.bundled();
        }
        try (Reader reader = Files.newBufferedReader(servicesFile)) {
            return ServiceCatalog.bundled().plus(ServiceCatalog.parse(reader, servicesFile.toString()));
        }
    }

    private BypassRenderer renderer() {
        String known = BypassRenderers.all().stream().map(BypassRenderer::id).collect(Collectors.joining(", "));
        String wanted = product;
        if (wanted == null) {
            throw usage("--for is missing; products: " + known);
        }
        return BypassRenderers.of(wanted.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("--for: no such product: " + Printable.of(wanted) + "; there are: " + known));
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec, "spec").commandLine(), message);
    }
}
