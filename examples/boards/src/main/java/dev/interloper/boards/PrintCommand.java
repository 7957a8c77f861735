package dev.interloper.boards;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.engine.EngineMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a chain looks like, in the words of the table of engines. */
@Command(
        name = "print",
        description = "Prints the shape of a presented chain, as the rows of engines.tsv have it.",
        mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");

    @Parameters(
            paramLabel = "CHAIN.pem",
            arity = "1..*",
            description = "a chain as presented, leaf first; what is not a certificate is skipped")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "when it was presented, such as 2026-11-23T12:00:00Z; default: when the file was written")
    private String at = "";

    @Option(
            names = "--common",
            description = "one shape for all files: without the features in which they differ, as when one engine"
                    + " minted them for several origins")
    private boolean common;

    @Option(names = "--near", paramLabel = "N", description = "also the N known engines and tools that are most alike")
    private int near;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    PrintCommand() {}

    @Override
    public Integer call() throws IOException {
        List<ForgeShape> shapes = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                spec.commandLine().getErr().println("boards: " + file + ": no such file");
                return CommandLine.ExitCode.USAGE;
            }
            ForgePrint print = ForgePrint.of(chain(file), moment(file)).orElse(null);
            if (print == null) {
                spec.commandLine().getErr().println("boards: " + file + ": no certificate in it that can be read");
                return CommandLine.ExitCode.SOFTWARE;
            }
            shapes.add(print.shape());
        }
        (common ? Stream.of(common(shapes)) : shapes.stream()).forEach(this::say);
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private void say(ForgeShape shape) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(shape.text());
        List<EngineMatch> matches = EngineCatalog.bundled().match(shape);
        for (EngineMatch match : matches.subList(0, Math.max(0, Math.min(near, matches.size())))) {
            out.println(String.format(Locale.ROOT, "# %.3f", match.similarity()) + " "
                    + match.print().kind().key() + " " + match.engine() + ", "
                    + match.print().variant());
        }
    }

    private static ForgeShape common(List<ForgeShape> shapes) {
        ForgeShape first = shapes.get(0);
        ForgeFeature[] varying = first.features().keySet().stream()
                .filter(feature -> shapes.stream()
                        .anyMatch(shape -> !shape.feature(feature).equals(first.feature(feature))))
                .toArray(ForgeFeature[]::new);
        return first.without(varying);
    }

    /** Whoever fetches a chain writes it to its file at once. */
    private Instant moment(Path file) throws IOException {
        if (at.isEmpty()) {
            return Files.getLastModifiedTime(file).toInstant();
        }
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at: expected an instant such as 2026-11-23T12:00:00Z, found '" + at + "'",
                    e);
        }
    }

    private static CertificateChain chain(Path file) throws IOException {
        Matcher matcher = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        List<byte[]> chain = new ArrayList<>();
        while (matcher.find()) {
            chain.add(decode(matcher.group(1)));
        }
        return CertificateChain.parse(chain);
    }

    /** What is not base 64 is a certificate that cannot be read. */
    private static byte[] decode(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
