/**
 * Certificate Transparency: signed certificate timestamps (SCTs) from all three channels, verified against a list of
 * logs, and the policies of those who ask for them.
 *
 * <p>{@link dev.interloper.certs.transparency.TransparencyEvaluator} is the entry. A verified SCT shows that a public log
 * saw this very certificate; a copied one that does not verify shows a forgery. Policies are reported for diagnosis: Google
 * does not permit its log lists to be used for enforcement in clients other than Chrome (<a
 * href="https://googlechrome.github.io/CertificateTransparency/log_lists.html">terms</a>), so nothing here refuses a
 * connection, and a list that is out of date says "not evaluated".
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962">RFC 6962</a>
 */
@NullMarked
package dev.interloper.certs.transparency;

import org.jspecify.annotations.NullMarked;
