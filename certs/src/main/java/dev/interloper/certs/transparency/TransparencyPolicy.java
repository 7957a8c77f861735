package dev.interloper.certs.transparency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Which timestamps somebody wants to see with a certificate.
 *
 * <p>The evaluator asks a policy only when the list is fresh enough and the chain is not known to be private.
 * Implementations must be immutable and thread-safe, and throw nothing.
 *
 * @since 0.1
 */
public interface TransparencyPolicy {
    /**
     * Whose policy it is.
     *
     * @return a short name, the same at each call
     */
    String name();

    /**
     * Judges.
     *
     * @param leaf the certificate; not null
     * @param scts what came of its timestamps; not null
     * @param at the moment to judge for; not null
     * @return the result
     */
    PolicyResult evaluate(X509Certificate leaf, List<SctResult> scts, Instant at);

    /**
     * Chrome's policy, for certificates issued since May 2018. For those issued from 15 April 2022 on: embedded SCTs of 2
     * logs, 3 if the certificate is valid for more than 180 days, by 2 operators, one log at least being current; or SCTs
     * of 2 current logs by 2 operators from the handshake. Before that: one by Google and one by somebody else, and 2 to 5
     * logs by months of validity. Until 15 April 2026 one log has to be of RFC 6962's kind.
     *
     * @return the policy
     * @see <a href="https://googlechrome.github.io/CertificateTransparency/ct_policy.html">Chrome's text</a>
     */
    static TransparencyPolicy chrome() {
        return ChromePolicy.INSTANCE;
    }

    /**
     * Apple's policy, for certificates issued since 15 October 2018: SCTs of 2 current logs, one of them from the
     * handshake; or embedded SCTs, one by a current log, of 2 logs, 3 if the certificate is valid for more than 180 days,
     * where at most 1, or 2, of an operator count. For certificates issued before 21 April 2021, 2 to 5 logs by months of
     * validity. One log has to be of RFC 6962's kind.
     *
     * @return the policy
     * @see <a href="https://support.apple.com/en-us/103214">Apple's text</a>
     */
    static TransparencyPolicy apple() {
        return ApplePolicy.INSTANCE;
    }
}
