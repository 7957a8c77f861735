package dev.interloper.core.client;

import java.util.List;

/**
 * The signals that every inspection of a client looks for. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class StandardClientSignals {

    private static final List<ClientSignal> ALL = List.of(
            new HeaderProductSignal(),
            new KnownHelloSignal(),
            new ForeignExtensionSignal(),
            new ForeignSuiteSignal(),
            new ForeignGroupSignal(),
            new ForeignSchemeSignal(),
            new PointFormatSignal(),
            new CompressionSignal(),
            new MissingExtensionSignal(),
            new MissingRenegotiationSignal(),
            new MissingGreaseSignal(),
            new VersionBelowSignal(),
            new StackOrderSignal(),
            new MissingServerNameSignal(),
            new ForwardedHeaderSignal(),
            new ForeignToAllSignal(),
            new FittingBrowserSignal(),
            new OtherBrowserSignal(),
            new UnknownOfferSignal(),
            new UnreadableHelloSignal());

    private StandardClientSignals() {}

    /**
     * All of them.
     *
     * @return in no order of importance
     */
    public static List<ClientSignal> all() {
        return ALL;
    }
}
