package dev.interloper.certs.pin;

import dev.interloper.certs.trust.TrustPath;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the violation report of RFC 7469, section 3. */
final class PinReportJson {
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private PinReportJson() {}

    static String of(PinReport report, int port) {
        List<PinSet> sets = report.rules().stream()
                .flatMap(r -> r.sets().stream())
                .filter(s -> !s.expiredAt(report.at()))
                .toList();
        Optional<HostPattern> noted =
                report.rules().stream().map(PinRule::pattern).findFirst();
        StringBuilder json = new StringBuilder("{\n");
        field(json, "date-time", quote(time(report.at())));
        field(json, "hostname", quote(report.host().toString()));
        field(json, "port", Integer.toString(port));
        sets.stream()
                .flatMap(s -> s.expires().stream())
                .min(Instant::compareTo)
                .ifPresent(e -> field(json, "effective-expiration-date", quote(time(e))));
        boolean subdomains =
                noted.map(p -> p.scope() != HostPattern.Scope.EXACT).orElse(false);
        field(json, "include-subdomains", Boolean.toString(subdomains));
        field(json, "noted-hostname", quote(noted.map(HostPattern::base).orElse("")));
        field(
                json,
                "served-certificate-chain",
                array(report.trust().request().chain().certificates().stream().flatMap(PinReportJson::pem)));
        field(json, "validated-certificate-chain", array(validated(report).flatMap(PinReportJson::pem)));
        Stream<String> known = sets.stream()
                .flatMap(s -> s.pins().stream())
                .filter(p -> p.kind() == Pin.Kind.PUBLIC_KEY)
                .map(p -> "pin-sha256=\"" + p.base64() + '"')
                .distinct();
        json.append("  \"known-pins\": ").append(array(known)).append("\n}\n");
        return json.toString();
    }

    private static Stream<X509Certificate> validated(PinReport report) {
        return report.trust().paths().stream()
                .filter(TrustPath::trusted)
                .limit(1)
                .flatMap(p -> PinnedPath.of(p, report.trust().request().chain()).elements().stream())
                .flatMap(e -> e.certificate().stream());
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Stream<String> pem(X509Certificate certificate) {
        try {
            return Stream.of("-----BEGIN CERTIFICATE-----\n" + PEM.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            return Stream.empty();
        }
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append("  ").append(quote(name)).append(": ").append(value).append(",\n");
    }

    private static String array(Stream<String> texts) {
        return texts.map(PinReportJson::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    /** RFC 8259, section 7; whatever is not ASCII is escaped too, so that unpaired surrogates do no harm. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < 0x20 || c > 0x7e) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
