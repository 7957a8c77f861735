package dev.interloper.certs.trust;

import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.internal.revocation.Crl;
import dev.interloper.certs.internal.revocation.CrlEntry;
import dev.interloper.certs.internal.revocation.ReasonFlags;
import dev.interloper.certs.name.DistinguishedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How findings speak of revocation lists, each one reported once. */
final class CrlFindings {
    private final RevocationWork work;
    private final Instant at;
    private final List<Reported> reported = new ArrayList<>();

    private record Reported(Crl crl, FindingCode code) {}

    CrlFindings(RevocationWork work, Instant at) {
        this.work = work;
        this.at = at;
    }

    /** The lists that can be used, what is wrong with the others being reported. */
    List<Crl> readable(List<SuppliedCrl> supplied) {
        if (supplied.size() > RevocationLimits.MAX_CRLS) {
            work.limit(RevocationLimits.MAX_CRLS + " revocation lists");
        }
        List<Crl> lists = new ArrayList<>();
        for (SuppliedCrl crl : supplied.subList(0, Math.min(supplied.size(), RevocationLimits.MAX_CRLS))) {
            crl.list().ifPresent(lists::add);
            crl.limit().ifPresent(work::limit);
            crl.malformed()
                    .ifPresent(why -> work.add(
                            FindingCode.CRL_MALFORMED,
                            Severity.WARNING,
                            -1,
                            "A revocation list handed in does not parse: " + SafeText.escape(why) + ".",
                            "RFC 5280 5.1"));
        }
        return lists;
    }

    static String revoked(CrlEntry entry, Crl crl) {
        return " was revoked at " + entry.date() + " (" + ReasonFlags.name(entry.reason()) + "), says " + list(crl);
    }

    private static String list(Crl crl) {
        return "the revocation list of " + DistinguishedName.of(crl.issuer()).printable() + " of " + crl.thisUpdate();
    }

    void notCovered(Crl crl, int index, String why) {
        add(
                crl,
                FindingCode.CRL_SCOPE,
                Severity.WARNING,
                index,
                " does not cover certificate " + index + ": " + why,
                "6.3.3 (b)");
    }

    void withoutBase(Crl delta, int index) {
        String what = " is a delta, and the complete list that it would bring up to date is not here";
        add(delta, FindingCode.CRL_SCOPE, Severity.WARNING, index, what, "5.2.4");
    }

    void unsigned(Crl crl, CrlSigner.Outcome why, int index) {
        if (why == CrlSigner.Outcome.NOT_ALLOWED) {
            String what = " is signed by a key whose key usage lacks cRLSign";
            add(crl, FindingCode.CRL_SIGN_NOT_ALLOWED, Severity.ERROR, index, what, "6.3.3 (f)");
            return;
        }
        String what = switch (why) {
            case NO_PATH -> " is signed by a key without a valid path to the anchor";
            case NO_ISSUER -> " cannot be verified: no certificate of its issuer is here";
            case UNSUPPORTED ->
                " has a signature whose algorithm or key is not supported, or the limit was" + " reached";
            default -> " has a signature that does not verify under any key of its issuer here";
        };
        add(crl, FindingCode.CRL_SIGNATURE_INVALID, Severity.WARNING, index, what, "6.3.3 (g)");
    }

    /** What is to be said of a list that is authentic and covers the certificate. */
    void form(Crl crl, boolean current, int index) {
        if (!current) {
            String until = crl.nextUpdate().map(Instant::toString).orElse("no stated time");
            String what = " is current until " + until + ", it is " + at;
            add(crl, FindingCode.CRL_NOT_CURRENT, Severity.WARNING, index, what, "6.3.3 (a)");
        }
        Optional<String> unknown = crl.unknownCritical();
        if (unknown.isPresent()) {
            String what = " has the critical extension " + unknown.get() + ", which is not known here";
            add(crl, FindingCode.CRL_UNKNOWN_CRITICAL_EXTENSION, Severity.WARNING, index, what, "5.2, 5.3");
        }
        if (crl.number().isEmpty()) {
            add(crl, FindingCode.CRL_NUMBER_MISSING, Severity.ERROR, index, " has no CRL number", "5.2.3");
        } else if (crl.numberIsCritical()) {
            String what = " marks its CRL number critical";
            add(crl, FindingCode.CRL_NUMBER_CRITICAL, Severity.ERROR, index, what, "5.2.3");
        }
    }

    private void add(Crl crl, FindingCode code, Severity severity, int index, String what, String section) {
        boolean scope = code.equals(FindingCode.CRL_SCOPE); // differs from certificate to certificate
        if (!scope && reported.stream().anyMatch(r -> r.crl() == crl && r.code().equals(code))) {
            return;
        }
        reported.add(new Reported(crl, code));
        String list = list(crl);
        String sentence = Character.toUpperCase(list.charAt(0)) + list.substring(1) + what + ".";
        work.add(code, severity, index, sentence, "RFC 5280 " + section);
    }
}
