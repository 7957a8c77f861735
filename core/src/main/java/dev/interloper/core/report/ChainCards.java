package dev.interloper.core.report;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The chain that was presented beside the one that was to be expected. */
final class ChainCards {

    private static final int MAX_CERTIFICATES = 8;
    private static final int MAX_NAMES = 12;
    private static final int MAX_FINDINGS = 60;

    private ChainCards() {}

    static void write(HtmlWriter html, Observation seen) {
        if (seen.chain().size() == 0) {
            return;
        }
        html.element("h4", "The certificates");
        html.open("div", "class", "chains");
        html.open("section", "class", "chain");
        html.element("h5", "Presented to the client");
        chain(html, seen);
        html.close();
        html.open("section", "class", "chain expected");
        html.element("h5", "Expected from the server");
        expected(html, seen);
        html.close();
        html.close();
        seen.trust().ifPresent(trust -> findings(html, trust));
    }

    private static void expected(HtmlWriter html, Observation seen) {
        Observation reference = seen.reference().orElse(null);
        if (reference != null && reference.chain().size() > 0) {
            String worth = seen.referenceStanding() == ReferenceStanding.GENUINE
                    ? "Known to be the server itself"
                    : "From the reference, of which it is not known whether it is the server itself";
            html.element(
                    "p", worth + ", seen " + reference.at().truncatedTo(ChronoUnit.SECONDS) + ".", "class", "fine");
            chain(html, reference);
            return;
        }
        html.open("div", "class", "card unknown");
        html.element("p", Wrapping.sentence(TextReport.expected(seen)));
        html.element(
                "p",
                "The server's own certificate is not known: there is no other recording of this host to compare with."
                        + " Record the same host from another network and give it as the reference.",
                "class",
                "fine");
        html.close();
    }

    private static void chain(HtmlWriter html, Observation seen) {
        CertificateChain chain = seen.chain();
        List<X509Certificate> certificates = chain.certificates();
        html.open("ol", "class", "cards");
        for (X509Certificate certificate : certificates.subList(0, Math.min(MAX_CERTIFICATES, certificates.size()))) {
            boolean leaf = chain.leaf().filter(certificate::equals).isPresent();
            html.open("li", "class", "card");
            html.element("p", leaf ? "Server's certificate" : "Authority", "class", "role");
            html.open("dl");
            row(
                    html,
                    "issued to",
                    DistinguishedName.of(certificate.getSubjectX500Principal()).printable());
            row(
                    html,
                    "issued by",
                    DistinguishedName.of(certificate.getIssuerX500Principal()).printable());
            if (leaf) {
                seen.forgePrint().ifPresent(print -> names(html, print));
            }
            row(html, "valid", validity(certificate));
            row(html, "key", key(certificate));
            row(html, "serial number", certificate.getSerialNumber().toString(16));
            html.close().close();
        }
        anchor(html, seen);
        html.close();
        if (certificates.size() > MAX_CERTIFICATES) {
            html.element("p", "… and " + (certificates.size() - MAX_CERTIFICATES) + " more", "class", "fine");
        }
        if (!chain.unreadable().isEmpty()) {
            html.element("p", chain.unreadable().size() + " more cannot be read.", "class", "fine");
        }
    }

    private static void anchor(HtmlWriter html, Observation seen) {
        seen.trust().ifPresent(trust -> {
            boolean known = trust.anchorClass().isPublic();
            html.open("li", "class", known ? "card anchor" : "card anchor missing");
            html.element("p", known ? "Leads to a public root" : "Leads to no public root", "class", "role");
            html.element("p", Wrapping.sentence(TextReport.anchor(trust)));
            html.close();
        });
    }

    private static void names(HtmlWriter html, ForgePrint print) {
        List<String> names =
                print.subjectAltNames().names().stream().map(Object::toString).toList();
        String more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
        row(
                html,
                "names",
                names.isEmpty() ? "none" : names.stream().limit(MAX_NAMES).collect(Collectors.joining(", ")) + more);
    }

    private static String validity(X509Certificate certificate) {
        long days = ChronoUnit.DAYS.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant().plusSeconds(1));
        return certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant() + " (" + days + " days)";
    }

    private static String key(X509Certificate certificate) {
        return certificate.getSigAlgName() + " signature; public key SHA-256 "
                + PublicKeyHash.of(certificate).hex();
    }

    private static void row(HtmlWriter html, String label, String value) {
        html.element("dt", label).element("dd", value);
    }

    private static void findings(HtmlWriter html, TrustReport trust) {
        List<Finding> findings = trust.findings();
        if (findings.isEmpty()) {
            return;
        }
        html.open("details");
        html.element("summary", "What the checks found in this chain (" + findings.size() + ")");
        html.open("ul", "class", "findings");
        for (Finding finding : findings.subList(0, Math.min(MAX_FINDINGS, findings.size()))) {
            html.open("li");
            html.element("span", finding.severity().name().toLowerCase(Locale.ROOT), "class", "grade");
            html.text(" " + Wrapping.sentence(finding.sentence()) + " ");
            html.element("span", finding.code() + " · " + finding.source(), "class", "fine")
                    .close();
        }
        html.close().close();
    }
}
