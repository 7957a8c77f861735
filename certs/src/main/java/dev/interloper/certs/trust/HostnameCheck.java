package dev.interloper.certs.trust;

import dev.interloper.certs.name.HostnameMatch;
import dev.interloper.certs.name.ServerName;
import java.util.List;

/** The leaf is for the host asked for. */
final class HostnameCheck implements PathCheck {
    private static final String SOURCE = "RFC 9525 6";

    @Override
    public List<Finding> check(CandidatePath path) {
        if (path.hostname().isEmpty() || path.hostname().get().matched()) {
            return List.of();
        }
        HostnameMatch match = path.hostname().get();
        return List.of(Finding.of(code(match), Severity.ERROR, path.presentedIndex(0), match.toString(), SOURCE));
    }

    private static FindingCode code(HostnameMatch match) {
        if (match.host().kind() == ServerName.Kind.INVALID) {
            return FindingCode.HOSTNAME_INVALID;
        }
        return match.hasSubjectAltName() ? FindingCode.HOSTNAME_MISMATCH : FindingCode.NO_SUBJECT_ALT_NAME;
    }
}
