package dev.interloper.core.cure;

import java.util.List;
import java.util.Optional;

/**
 * The products for which bypass lists can be written. Stateless, thread-safe.
 *
 * @since 0.1
 */
public final class BypassRenderers {

    private static final List<BypassRenderer> ALL = List.of(
            new SquidRules(),
            new MitmproxyRules(),
            new PacketFilterRules(),
            new PrivoxyRules(),
            new ZscalerRules(),
            new PanOsRules(),
            new FortiGateRules(),
            new ForcepointRules(),
            new BlueCoatRules(),
            new CiscoWsaRules(),
            new UmbrellaRules(),
            new FirepowerRules(),
            new CheckPointRules(),
            new SophosRules(),
            new SkyhighRules(),
            new CloudflareRules(),
            new NetskopeRules(),
            new PacRules(),
            new JavaRules(),
            new NoProxyRules(),
            new WindowsRules(),
            new MacRules());

    private BypassRenderers() {}

    /**
     * All of them.
     *
     * @return an immutable list
     */
    public static List<BypassRenderer> all() {
        return ALL;
    }

    /**
     * The one for a product.
     *
     * @param id what it is called, such as {@code squid}
     * @return empty if there is none
     */
    public static Optional<BypassRenderer> of(String id) {
        return ALL.stream().filter(renderer -> renderer.id().equals(id)).findFirst();
    }
}
