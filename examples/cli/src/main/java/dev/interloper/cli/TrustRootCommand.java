package dev.interloper.cli;

import dev.interloper.core.cure.TrustPlace;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says how runtimes are told of an organisation's own root. */
@Command(
        name = "trust-root",
        description = "Says how runtimes are told to trust a root of one's own organisation.",
        footer = {
            "",
            "First compare the root's SHA-256 fingerprint with whoever runs the proxy, over another way than this network:",
            "openssl x509 -in FILE -noout -fingerprint -sha256. Never trust every certificate, and never switch verification off:",
            "whoever sits on the way could then read everything, unnoticed."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:something is known", "2:nothing is known of that runtime", "64:the command line is wrong"})
final class TrustRootCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "RUNTIME", arity = "0..1", description = "such as java, node, firefox; all without it")
    private String runtime = "";

    TrustRootCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        String sought = runtime.toLowerCase(Locale.ROOT);
        List<TrustPlace> places = TrustPlace.all().stream()
                .filter(place -> place.runtime().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        if (places.isEmpty()) {
            streams.err().println("interloper: nothing is known of " + Printable.of(runtime) + "; known are:");
            TrustPlace.all().forEach(place -> streams.err().println("  " + place.runtime()));
            return ExitStatus.INCONCLUSIVE;
        }
        for (TrustPlace place : places) {
            streams.out().println(place.runtime() + (place.verified() ? "" : " (not verified)"));
            streams.out().println("  trusts by itself: " + place.store());
            streams.out().println("  to add a root: " + place.how().replace("{file}", "root.pem"));
            streams.out().println("  source: " + place.source());
        }
        return ExitStatus.DIRECT;
    }
}
