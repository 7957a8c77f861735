package dev.interloper.certs.pin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes what Android can express, and refuses the rest rather than weaken it. */
final class NetworkSecurityConfigWriter {
    private NetworkSecurityConfigWriter() {}

    static String write(PinPolicy policy) {
        if (policy.overlap() == PatternOverlap.ALL_MATCHING && policy.rules().size() > 1) {
            throw inexpressible("patterns that all count");
        }
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<network-security-config>\n");
        policy.rules().forEach(rule -> rule(xml, rule));
        return xml.append("</network-security-config>\n").toString();
    }

    private static void rule(StringBuilder xml, PinRule rule) {
        HostPattern pattern = rule.pattern();
        if (pattern.scope() == HostPattern.Scope.ONE_LABEL) {
            throw inexpressible("the pattern " + pattern);
        }
        if (rule.sets().size() > 1) {
            throw inexpressible("several sets for " + pattern);
        }
        xml.append("  <domain-config>\n    <domain includeSubdomains=\"")
                .append(pattern.scope() == HostPattern.Scope.SUBTREE)
                .append("\">")
                .append(pattern.base())
                .append("</domain>\n");
        rule.sets().forEach(set -> set(xml, set));
        xml.append("  </domain-config>\n");
    }

    private static void set(StringBuilder xml, PinSet set) {
        if (set.requiresAll()) {
            throw inexpressible("the set " + set);
        }
        xml.append("    <pin-set")
                .append(set.expires().map(NetworkSecurityConfigWriter::day).orElse(""))
                .append(">\n");
        for (Pin pin : set.pins()) {
            if (pin.kind() != Pin.Kind.PUBLIC_KEY || pin.role() != Pin.Role.ANY) {
                throw inexpressible("the pin " + pin);
            }
            xml.append("      <pin digest=\"SHA-256\">").append(pin.base64()).append("</pin>\n");
        }
        xml.append("    </pin-set>\n");
        if (!set.enforced() || !set.reportUris().isEmpty()) {
            trustKit(xml, set);
        }
    }

    private static void trustKit(StringBuilder xml, PinSet set) {
        xml.append("    <trustkit-config enforcePinning=\"")
                .append(set.enforced())
                .append("\">\n");
        for (String uri : set.reportUris()) {
            xml.append("      <report-uri>").append(escaped(uri)).append("</report-uri>\n");
        }
        xml.append("    </trustkit-config>\n");
    }

    private static String day(Instant end) {
        LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        if (!day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(end) || day.getYear() < 0 || day.getYear() > 9999) {
            throw inexpressible("the expiry " + end);
        }
        return " expiration=\"" + day + "\"";
    }

    private static String escaped(String text) {
        if (!text.chars().allMatch(c -> c >= 0x20 && c < 0xd800)) {
            throw inexpressible("the address " + PinSyntaxException.quoted(text));
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static IllegalArgumentException inexpressible(String what) {
        return new IllegalArgumentException("policy has what Android cannot express: " + what);
    }
}
