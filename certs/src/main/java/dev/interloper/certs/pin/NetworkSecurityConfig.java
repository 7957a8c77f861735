package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pins of an Android network security configuration, with the extensions of TrustKit for Android.
 *
 * <p>Only the most specific domain counts; a nested {@code domain-config} without {@code pin-set} has that of the one
 * around it; a domain without any pins is exempt. Pins end at the beginning of the expiration day, UTC. Pins are enforced
 * unless a {@code trustkit-config} says {@code enforcePinning="false"}. Settings that would let anchors get by the pins
 * ({@code overridePins}, {@code debug-overrides}) are not taken over, and a finding says so. Thread-safe: there is no
 * state.
 *
 * @see <a href="https://developer.android.com/privacy-and-security/security-config">Network security configuration</a>
 * @see <a href="https://github.com/datatheorem/TrustKit-Android">TrustKit for Android</a>
 * @since 0.1
 */
public final class NetworkSecurityConfig {
    private static final String DOMAIN_CONFIG = "domain-config";

    private final PinPolicy.Builder policy = PinPolicy.builder();
    private final List<Finding> leftOut = new ArrayList<>();
    private int rules;

    /** What nested configurations inherit. */
    private record Settings(Optional<XmlElement> pinSet, Optional<XmlElement> trustKit) {}

    private NetworkSecurityConfig() {}

    /**
     * Reads a configuration.
     *
     * @param xml the text, without document type; not null
     * @return the policy
     * @throws PinSyntaxException if it is no such configuration, or there is too much
     */
    public static PinImport read(String xml) throws PinSyntaxException {
        return new NetworkSecurityConfig().document(XmlReader.read(xml));
    }

    /**
     * Reads a configuration from a stream.
     *
     * @param in UTF-8 text as for {@link #read(String)}; not closed; not null
     * @return the policy
     * @throws PinSyntaxException if it is no such configuration, or there is too much
     * @throws IOException if the stream cannot be read
     */
    public static PinImport read(InputStream in) throws IOException, PinSyntaxException {
        return read(ConfigText.read(in));
    }

    /**
     * Writes a policy as a configuration for Android.
     *
     * @param policy the policy; not null
     * @return the XML text
     * @throws IllegalArgumentException if the policy has what Android has not: {@code *.} patterns, roles, certificate
     *     pins, sets that need all pins, several sets for one pattern, expiry within a day, or overlapping patterns that
     *     all count
     */
    public static String write(PinPolicy policy) {
        return NetworkSecurityConfigWriter.write(policy);
    }

    private PinImport document(XmlElement root) {
        if (!root.name().equals("network-security-config")) {
            throw root.error("expected <network-security-config>, found " + PinSyntaxException.quoted(root.name()));
        }
        for (XmlElement element : root.children()) {
            switch (element.name()) {
                case DOMAIN_CONFIG -> domains(element, new Settings(Optional.empty(), Optional.empty()));
                case "base-config" -> overrides(element);
                case "debug-overrides" ->
                    leftOut.add(PinImport.leftOut(
                            element.line(), "<debug-overrides>, whose anchors would get by the pins, is left out."));
                default -> {
                    // nothing about pins
                }
            }
        }
        return new PinImport(policy.build(), leftOut);
    }

    private void domains(XmlElement config, Settings outer) {
        Settings settings = new Settings(
                config.child("pin-set").or(outer::pinSet),
                config.child("trustkit-config").or(outer::trustKit));
        List<XmlElement> domains = config.children("domain");
        if (domains.isEmpty()) {
            throw config.error("<domain-config> has no <domain>");
        }
        Optional<PinSet> set = settings.pinSet().flatMap(s -> pinSet(s, settings.trustKit(), domains.get(0)));
        domains.forEach(d -> rule(d, set));
        overrides(config);
        config.children(DOMAIN_CONFIG).forEach(c -> domains(c, settings));
    }

    private void rule(XmlElement domain, Optional<PinSet> set) {
        HostPattern pattern = pattern(domain, domain.text(), domain.flag("includeSubdomains", false));
        boolean second = policy.has(pattern.withScope(HostPattern.Scope.EXACT))
                || policy.has(pattern.withScope(HostPattern.Scope.SUBTREE));
        if (second) {
            throw domain.error("a second <domain> for " + pattern.base());
        }
        if (++rules > ConfigText.MAX_RULES) {
            throw domain.error("there are more than " + ConfigText.MAX_RULES + " domains");
        }
        set.ifPresentOrElse(s -> policy.add(pattern, s), () -> policy.exempt(pattern));
    }

    static HostPattern pattern(XmlElement at, String text, boolean subdomains) {
        ServerName host = ServerName.parse(text);
        if (host.kind() == ServerName.Kind.INVALID) {
            throw at.error("neither a host name nor an address: " + PinSyntaxException.quoted(text));
        }
        return subdomains ? HostPattern.withSubdomains(host) : HostPattern.of(host);
    }

    private static Optional<PinSet> pinSet(XmlElement element, Optional<XmlElement> trustKit, XmlElement domain) {
        List<XmlElement> pins = element.children("pin");
        if (pins.isEmpty()) {
            return Optional.empty();
        }
        ConfigText.boundPins(pins, element.line());
        PinSet.Builder set = PinSet.builder(domain.text());
        for (XmlElement pin : pins) {
            String digest = pin.attribute("digest").orElse("");
            if (!digest.equals("SHA-256")) {
                throw pin.error("digest must be SHA-256, is " + PinSyntaxException.quoted(digest));
            }
            set.add(pin.keyPin());
        }
        element.attribute("expiration").ifPresent(date -> set.expires(startOf(element, date)));
        trustKit.ifPresent(kit -> extend(set, kit));
        return Optional.of(set.build());
    }

    private static void extend(PinSet.Builder set, XmlElement trustKit) {
        if (!trustKit.flag("enforcePinning", true)) {
            set.reportOnly();
        }
        trustKit.children("report-uri").forEach(uri -> set.reportUri(uri.text()));
    }

    static Instant startOf(XmlElement at, String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw at.error("the expiration must be a day such as 2027-12-31, is " + PinSyntaxException.quoted(date));
        }
    }

    private void overrides(XmlElement config) {
        for (XmlElement anchors : config.children("trust-anchors")) {
            for (XmlElement source : anchors.children("certificates")) {
                if (source.flag("overridePins", false)) {
                    String what = "overridePins of "
                            + PinSyntaxException.quoted(source.attribute("src").orElse(""))
                            + " is left out; see LocalAnchors for letting local anchors get by.";
                    leftOut.add(PinImport.leftOut(source.line(), what));
                }
            }
        }
    }
}
