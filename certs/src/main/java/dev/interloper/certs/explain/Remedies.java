package dev.interloper.certs.explain;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.StoreComparison;
import dev.interloper.certs.trust.TrustReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about each cause. */
final class Remedies {
    private static final String OPERATOR_RENEWS =
            "Have the server's operator renew the certificate and reload the server.";
    private static final String NEED_CHAIN =
            "Get the chain that the server presents (openssl s_client -showcerts) and have it explained together with the"
                    + " exception.";

    private Remedies() {}

    static List<String> of(Cause cause, TlsFailure failure, Optional<TrustReport> report, List<AnchorSet> otherStores) {
        String host = failure.serverName().map(ServerName::toString).orElse("this host");
        List<String> steps = new ArrayList<>(steps(cause, host));
        if (cause == Cause.PROXY || cause == Cause.UNTRUSTED_AUTHORITY || cause == Cause.OLD_TRUST_STORE) {
            report.flatMap(TrustReport::anchor)
                    .flatMap(a -> useOtherStore(a, otherStores))
                    .ifPresent(step -> steps.add(cause == Cause.OLD_TRUST_STORE ? 1 : steps.size(), step));
        }
        if (report.isEmpty() && (cause == Cause.UNTRUSTED_AUTHORITY || cause == Cause.UNKNOWN)) {
            steps.add(0, NEED_CHAIN);
        }
        return steps;
    }

    private static Optional<String> useOtherStore(Anchor anchor, List<AnchorSet> stores) {
        return StoreComparison.of(anchor, stores).having().stream()
                .findFirst()
                .map(store -> "The authority is installed in " + store.label()
                        + ": if it is meant to be trusted, let the application use that store too (on Windows"
                        + " -Djavax.net.ssl.trustStoreType=Windows-ROOT, on macOS KeychainStore).");
    }

    private static List<String> steps(Cause cause, String host) {
        return switch (cause) {
            case PROXY ->
                List.of(
                        "Ask whoever runs the network, or the security software on this machine, whether connections to "
                                + host + " are inspected; if nobody does, stop: somebody is reading along.",
                        "If they are, have " + host
                                + " exempted from inspection, above all where the client pins keys or"
                                + " uses a client certificate.",
                        "Where inspection is wanted, import the authority's certificate, as its operator hands it out and not"
                                + " as this connection showed it, into a trust store of this application.");
            case OLD_TRUST_STORE ->
                List.of(
                        "Update the JDK, or the package that its trust store comes from (ca-certificates-java on Debian).",
                        "If that cannot be, add this one root, taken from the authority's own repository, to a copy of the"
                                + " trust store, and name the copy with javax.net.ssl.trustStore.");
            case EMPTY_TRUST_STORE ->
                List.of(
                        "Check javax.net.ssl.trustStore, its type and password: a path that does not exist counts as an empty"
                                + " store.",
                        "Without that property: reinstall the JDK's lib/security/cacerts, or the package that links it.");
            case INCOMPLETE_CHAIN ->
                List.of(
                        "Have the server's operator send the intermediate certificates too (the authority's \"full chain\"),"
                                + " in order and without the root.",
                        "Until then, hand the missing intermediate to the client, or let the JDK fetch it with"
                                + " -Dcom.sun.security.enableAIAcaIssuers=true.");
            case WRONG_NAME ->
                List.of(
                        "Connect by one of the names in the certificate, or have the operator add " + host + " to it.",
                        "If the names are of somebody else's, check where the name resolves to, and that the client sends it"
                                + " (SNI).");
            case EXPIRED -> List.of(OPERATOR_RENEWS, "Check this machine's clock if it is the only one that fails.");
            case NOT_YET_VALID ->
                List.of(
                        "Check this machine's clock and time zone.",
                        "If they are right, wait, or have the operator use the former certificate.");
            case CLOCK_WRONG ->
                List.of(
                        "Set this machine's clock (NTP; in a virtual machine that of the host), then try again.",
                        "If the clock is right, tell the server's operator that the whole chain is out of date.");
            case SELF_SIGNED ->
                List.of(
                        "Have the operator get a certificate from an authority that the client trusts.",
                        "For a server of your own, put this one certificate, fetched from the server itself and compared by its"
                                + " SHA-256, into a trust store that only this application uses.");
            case UNTRUSTED_AUTHORITY ->
                List.of(
                        "Get the authority's certificate from whoever runs it, and import it into a trust store of this"
                                + " application (keytool -importcert, javax.net.ssl.trustStore).",
                        "Have the server send its intermediate certificates too.");
            case DISTRUSTED_AUTHORITY ->
                List.of(
                        "Have the server's operator get a certificate from another authority: clients are right to refuse.");
            case REVOKED ->
                List.of(
                        "Do not connect: the authority took the certificate back, perhaps since its key was stolen.",
                        OPERATOR_RENEWS);
            case REVOCATION_UNKNOWN ->
                List.of(
                        "Let this machine reach the OCSP and CRL addresses in the certificates, through the proxy if there is"
                                + " one.",
                        "Have the server staple its OCSP response.");
            case WEAK_ALGORITHM ->
                List.of(
                        "Have the operator renew the chain with keys and digests in use today (RSA 2048 or P-256, SHA-256).",
                        "Update what sits in front of the server, if that still mints with an old digest.");
            case BAD_CERTIFICATE ->
                List.of(
                        "Have the operator get a certificate that is made for TLS servers, and send the chain that belongs to it.");
            case PINNING ->
                List.of(
                        "If the chain ends in an authority that is no public one, find out who inspects this connection, and"
                                + " have " + host + " exempted.",
                        "If the server's key was changed on purpose, ship the new pin, with a backup pin beside it.");
            case CLIENT_CERTIFICATE ->
                List.of(
                        "Give the client the certificate and key that the server's operator issued (javax.net.ssl.keyStore), and"
                                + " check that they have not expired.",
                        "If the client sends one already, have " + host
                                + " exempted from inspection: a proxy cannot pass client certificates on.");
            case NOT_TLS ->
                List.of(
                        "Check the port, and whether the protocol starts in clear text (STARTTLS, an HTTP proxy's CONNECT).",
                        "Look at what answers in a browser or with curl: it may be a captive portal or a firewall's page.");
            case PROTOCOL ->
                List.of(
                        "Compare what both offer (-Djavax.net.debug=ssl:handshake, or a capture): versions first, then cipher"
                                + " suites.",
                        "Update the older side; if the server wants a client certificate, give it one.");
            case CONNECTION_CLOSED ->
                List.of(
                        "Try the same host from another network: if it works there, a firewall here cuts the connection.",
                        "Record the connection and look at who ends it, and after which message.");
            case UNKNOWN -> List.of("Look at the exception that started it, and at the server's log of that moment.");
        };
    }
}
