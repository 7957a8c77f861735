package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.internal.revocation.CrlEntry;
import dev.interloper.certs.internal.revocation.OcspResponse;
import dev.interloper.certs.internal.revocation.OcspSingle;
import dev.interloper.certs.internal.revocation.ReasonFlags;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What stapled responses say of certificates (RFC 6960 3.2). Of one evaluation, not thread-safe. */
final class OcspStatus {
    /** How long an answer that names no end is taken for current: no longer than public authorities may let one be. */
    private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofDays(10);

    private final CandidatePath path;
    private final RevocationWork work;
    private final OcspSigners signers;
    private final List<Staple> staples = new ArrayList<>();
    private final Set<Staple> used = new HashSet<>();

    private record Staple(int index, OcspResponse response) {}

    OcspStatus(CandidatePath path, RevocationData data, RevocationWork work, Predicate<X509Certificate> revoked) {
        this.path = path;
        this.work = work;
        this.signers = new OcspSigners(path.at(), work, revoked);
        List<SuppliedOcsp> supplied = data.ocspResponses();
        if (supplied.size() > RevocationLimits.MAX_OCSP_RESPONSES) {
            work.limit(RevocationLimits.MAX_OCSP_RESPONSES + " OCSP responses");
        }
        supplied.stream().limit(RevocationLimits.MAX_OCSP_RESPONSES).forEach(this::read);
    }

    private void read(SuppliedOcsp supplied) {
        byte[] der = supplied.response();
        if (der.length > RevocationLimits.MAX_OCSP_BYTES) {
            work.limit(RevocationLimits.MAX_OCSP_BYTES + " octets of an OCSP response");
            return;
        }
        try {
            staples.add(new Staple(supplied.index(), OcspResponse.parse(der)));
        } catch (DerException e) {
            String why = SafeText.escape(String.valueOf(e.getMessage()));
            String sentence = "An OCSP response of " + der.length + " octets is of no use: " + why + ".";
            work.add(FindingCode.OCSP_MALFORMED, Severity.WARNING, supplied.index(), sentence, "RFC 6960 4.2.1");
        }
    }

    /** The best answer about the certificate at a position of the path. */
    RevocationStatus of(int position) {
        Optional<PathIssuer> issuer = PathIssuer.of(path, position);
        int index = path.presentedIndex(position);
        RevocationStatus best = RevocationStatus.UNKNOWN;
        if (issuer.isEmpty()) {
            return best;
        }
        for (Staple staple : staples) {
            Optional<OcspSingle> answer = staple.index() < 0 || staple.index() == index
                    ? about(staple.response(), issuer.get(), position)
                    : Optional.empty();
            if (answer.isPresent()) {
                used.add(staple);
                RevocationStatus status = status(staple.response(), answer.get(), issuer.get(), index);
                if (status.revoked()) {
                    return status;
                }
                best = status.good() ? status : best;
            }
        }
        return best;
    }

    private Optional<OcspSingle> about(OcspResponse response, PathIssuer issuer, int position) {
        BigInteger serial = path.certificates().get(position).getSerialNumber();
        byte[] name = issuer.name().getEncoded();
        byte[] bits = issuer.keyBits();
        return response.answers().stream()
                .filter(answer -> answer.isAbout(name, bits, serial))
                .findFirst();
    }

    private RevocationStatus status(OcspResponse response, OcspSingle answer, PathIssuer issuer, int index) {
        String which = "The OCSP response of " + answer.thisUpdate() + " for certificate " + index;
        Optional<OcspSigners.Objection> objection = signers.objection(response, issuer);
        if (objection.isPresent()) {
            String sentence = which + objection.get().what() + ".";
            work.add(objection.get().code(), Severity.WARNING, index, sentence, "RFC 6960 4.2.2.2");
            return RevocationStatus.UNKNOWN;
        }
        Instant until = answer.nextUpdate().orElse(answer.thisUpdate().plus(WITHOUT_NEXT_UPDATE));
        if (path.at().isBefore(answer.thisUpdate()) || path.at().isAfter(until)) {
            String sentence = which + " is current until " + until + ", it is " + path.at() + ".";
            work.add(FindingCode.OCSP_NOT_CURRENT, Severity.WARNING, index, sentence, "RFC 6960 4.2.2.1");
            return RevocationStatus.UNKNOWN;
        }
        if (answer.revocation().isPresent()) {
            CrlEntry revocation = answer.revocation().get();
            return RevocationStatus.revoked(" was revoked at " + revocation.date() + " ("
                    + ReasonFlags.name(revocation.reason()) + "), says the OCSP response of " + answer.thisUpdate());
        }
        if (answer.answer() == OcspSingle.Answer.UNKNOWN) {
            String sentence = which + " says that the responder does not know the certificate.";
            work.add(FindingCode.OCSP_UNKNOWN, Severity.WARNING, index, sentence, "RFC 6960 2.2");
            return RevocationStatus.UNKNOWN;
        }
        return RevocationStatus.GOOD;
    }

    /** Reports the responses that none of the certificates asked for was in. */
    void reportUnused() {
        for (Staple staple : staples) {
            if (!used.contains(staple)) {
                String sentence = "An OCSP response with "
                        + staple.response().answers().size()
                        + " answers has none about "
                        + (staple.index() < 0 ? "a certificate of the path." : "certificate " + staple.index() + ".");
                work.add(
                        FindingCode.OCSP_OTHER_CERTIFICATE,
                        Severity.WARNING,
                        staple.index(),
                        sentence,
                        "RFC 6960 4.1.1");
            }
        }
    }
}
