package dev.interloper.cli;

import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.Interloper;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.product.ProductCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options with which users bring knowledge of their own: roots, logs, products, engines, pins. */
final class Knowledge {

    /** Reads a file, and says why it cannot. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Path file) throws IOException;
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--public-roots",
            paramLabel = "PEM",
            description = "certificates that count as the public roots, in place of the built-in table")
    private @Nullable Path publicRoots;

    @Option(
            names = "--extra-anchors",
            paramLabel = "PEM",
            description = "certificates that the client trusts besides, such as an organisation's own roots")
    private List<Path> extraAnchors = List.of();

    @Option(
            names = "--ct-logs",
            paramLabel = "JSON",
            description = "certificate transparency logs (log list, version 3), in place of the built-in list")
    private @Nullable Path logs;

    @Option(
            names = "--products",
            paramLabel = "TSV",
            description = "products to know besides the built-in ones, in the format of products.tsv")
    private List<Path> products = List.of();

    @Option(
            names = "--engines",
            paramLabel = "TSV",
            description = "engines to know besides the built-in ones, in the format of engines.tsv")
    private List<Path> engines = List.of();

    @Option(
            names = "--pins",
            paramLabel = "FILE",
            description =
                    "keys that are to be met: lines of OkHttp's certificate pinner (a pattern and its sha256/ pins),"
                            + " Android's network security configuration, or TrustKit's property list")
    private @Nullable Path pins;

    /** Made by picocli. */
    Knowledge() {}

    Interloper interloper() {
        Interloper.Builder builder = Interloper.builder();
        if (publicRoots != null) {
            builder.publicRoots(read("--public-roots", publicRoots, file -> AnchorSet.fromPem("public roots", file)));
        }
        for (Path path : extraAnchors) {
            builder.extraAnchors(read("--extra-anchors", path, file -> AnchorSet.fromPem("extra anchors", file)));
        }
        if (logs != null) {
            builder.logs(read("--ct-logs", logs, Knowledge::logList));
        }
        ProductCatalog knownProducts = ProductCatalog.bundled();
        for (Path path : products) {
            knownProducts = knownProducts.plus(read("--products", path, Knowledge::productCatalog));
        }
        EngineCatalog knownEngines = EngineCatalog.bundled();
        for (Path path : engines) {
            knownEngines = knownEngines.plus(read("--engines", path, Knowledge::engineCatalog));
        }
        if (pins != null) {
            builder.pins(read("--pins", pins, file -> PinFile.read(file, sentence -> warn("--pins", file, sentence))));
        }
        return builder.products(knownProducts).engines(knownEngines).build();
    }

    private static LogList logList(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return LogList.parse(in);
        }
    }

    private static ProductCatalog productCatalog(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return ProductCatalog.parse(reader, file.toString());
        }
    }

    private static EngineCatalog engineCatalog(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return EngineCatalog.parse(reader, file.toString());
        }
    }

    private <T> T read(String option, Path file, Reading<T> reading) {
        try {
            return reading.read(file);
        } catch (IOException e) {
            throw new ParameterException(commandLine(), option + ": " + file + ": " + reason(e), e);
        }
    }

    private void warn(String option, Path file, String sentence) {
        commandLine().getErr().println("interloper: " + option + ": " + Printable.whole(file) + ": " + sentence);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "spec").commandLine();
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        return e instanceof NoSuchFileException || message == null ? "no such file" : message;
    }
}
