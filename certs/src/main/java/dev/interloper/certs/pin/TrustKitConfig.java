package dev.interloper.certs.pin;

import dev.interloper.certs.trust.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pins of TrustKit for Apple's systems: the {@code TSKConfiguration} of an {@code Info.plist}, or such a dictionary
 * alone, as an XML property list.
 *
 * <p>Only the most specific domain counts; pins end at the beginning of {@code TSKExpirationDate}, UTC, and are enforced
 * unless {@code TSKEnforcePinning} is false. Keys are read with the prefix of the source's constants ({@code kTSK}) too.
 * The configuration of TrustKit for Android is read by {@link NetworkSecurityConfig}. Thread-safe: there is no state.
 *
 * @see <a href="https://github.com/datatheorem/TrustKit">TrustKit</a>
 * @since 0.1
 */
public final class TrustKitConfig {
    private static final Set<String> WITHOUT_MEANING_HERE =
            Set.of("PublicKeyAlgorithms", "DisableDefaultReportUri", "SwizzleNetworkDelegates", "PinnedDomains");

    private final PinPolicy.Builder policy = PinPolicy.builder();
    private final List<Finding> leftOut = new ArrayList<>();

    private TrustKitConfig() {}

    /**
     * Reads a property list.
     *
     * @param plist the XML text; Apple's own document type is passed over, any other refused; not null
     * @return the policy
     * @throws PinSyntaxException if it is no such configuration, or there is too much
     */
    public static PinImport read(String plist) throws PinSyntaxException {
        return new TrustKitConfig().document(XmlReader.readPropertyList(plist));
    }

    /**
     * Reads a property list from a stream.
     *
     * @param in UTF-8 text as for {@link #read(String)}; not closed; not null
     * @return the policy
     * @throws PinSyntaxException if it is no such configuration, or there is too much
     * @throws IOException if the stream cannot be read
     */
    public static PinImport read(InputStream in) throws IOException, PinSyntaxException {
        return read(ConfigText.read(in));
    }

    private PinImport document(XmlElement root) {
        if (!root.name().equals("plist") || root.children().size() != 1) {
            throw root.error("expected <plist> with one <dict>, found " + PinSyntaxException.quoted(root.name()));
        }
        Map<String, XmlElement> outer = dictionary(root.children().get(0));
        XmlElement inner = outer.get("Configuration");
        Map<String, XmlElement> settings = inner == null ? outer : dictionary(inner);
        XmlElement domains = settings.get("PinnedDomains");
        if (domains == null) {
            throw root.error("there is no TSKPinnedDomains");
        }
        settings.forEach(this::noteLeftOut);
        domains(domains);
        return new PinImport(policy.build(), leftOut);
    }

    private void noteLeftOut(String key, XmlElement value) {
        if (!WITHOUT_MEANING_HERE.contains(key)) {
            String what = PinSyntaxException.quoted("TSK" + key) + " is left out.";
            leftOut.add(PinImport.leftOut(value.line(), what));
        }
    }

    private void domains(XmlElement element) {
        Map<String, XmlElement> domains = plain(element);
        if (domains.size() > ConfigText.MAX_RULES) {
            throw element.error("there are more than " + ConfigText.MAX_RULES + " domains");
        }
        domains.forEach(this::domain);
    }

    private void domain(String name, XmlElement element) {
        Map<String, XmlElement> settings = dictionary(element);
        boolean subdomains = flag(settings.remove("IncludeSubdomains"), false);
        boolean excluded = flag(settings.remove("ExcludeSubdomainFromParentPolicy"), false);
        HostPattern pattern = NetworkSecurityConfig.pattern(element, name, subdomains);
        if (policy.has(pattern.withScope(HostPattern.Scope.EXACT))
                || policy.has(pattern.withScope(HostPattern.Scope.SUBTREE))) {
            throw element.error("a second configuration for " + pattern.base());
        }
        if (excluded) {
            policy.exempt(pattern);
        } else {
            policy.add(pattern, set(name, element, settings));
        }
        settings.forEach(this::noteLeftOut);
    }

    private static PinSet set(String name, XmlElement element, Map<String, XmlElement> settings) {
        List<XmlElement> hashes = array(settings.remove("PublicKeyHashes"));
        if (hashes.isEmpty()) {
            throw element.error("there is no TSKPublicKeyHashes for " + PinSyntaxException.quoted(name));
        }
        ConfigText.boundPins(hashes, element.line());
        PinSet.Builder set = PinSet.builder(name);
        for (XmlElement hash : hashes) {
            string(hash);
            set.add(hash.keyPin());
        }
        if (!flag(settings.remove("EnforcePinning"), true)) {
            set.reportOnly();
        }
        Optional.ofNullable(settings.remove("ExpirationDate"))
                .ifPresent(d -> set.expires(NetworkSecurityConfig.startOf(d, date(d))));
        array(settings.remove("ReportUris")).forEach(uri -> set.reportUri(string(uri)));
        return set.build();
    }

    /** A string such as 2027-12-31, or a date such as 2027-12-31T00:00:00Z. */
    private static String date(XmlElement element) {
        String text = element.name().equals("date") ? element.text() : string(element);
        return element.name().equals("date") && text.length() > 10 ? text.substring(0, 10) : text;
    }

    private static String string(XmlElement element) {
        if (!element.name().equals("string")) {
            throw element.error("expected <string>, found <" + element.name() + ">");
        }
        return element.text();
    }

    private static boolean flag(@Nullable XmlElement element, boolean otherwise) {
        if (element == null) {
            return otherwise;
        }
        return switch (element.name()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw element.error("expected <true/> or <false/>, found <" + element.name() + ">");
        };
    }

    private static List<XmlElement> array(@Nullable XmlElement element) {
        if (element == null) {
            return List.of();
        }
        if (!element.name().equals("array")) {
            throw element.error("expected <array>, found <" + element.name() + ">");
        }
        return element.children();
    }

    /** The entries by TrustKit's keys without their prefix; those of others are passed over. */
    private static Map<String, XmlElement> dictionary(XmlElement element) {
        Map<String, XmlElement> settings = new LinkedHashMap<>();
        plain(element).forEach((key, value) -> {
            String name = key.startsWith("k") ? key.substring(1) : key;
            if (name.startsWith("TSK") && settings.put(name.substring(3), value) != null) {
                throw value.error("a second " + PinSyntaxException.quoted(name));
            }
        });
        return settings;
    }

    private static Map<String, XmlElement> plain(XmlElement element) {
        if (!element.name().equals("dict")) {
            throw element.error("expected <dict>, found <" + element.name() + ">");
        }
        Map<String, XmlElement> entries = new LinkedHashMap<>();
        List<XmlElement> children = element.children();
        for (int i = 0; i < children.size(); i += 2) {
            XmlElement key = children.get(i);
            if (!key.name().equals("key") || i + 1 == children.size()) {
                throw key.error("expected <key> and a value, found <" + key.name() + ">");
            }
            if (entries.put(key.text(), children.get(i + 1)) != null) {
                throw key.error("a second " + PinSyntaxException.quoted(key.text()));
            }
        }
        return entries;
    }
}
