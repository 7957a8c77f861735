package dev.interloper.core.probe;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a probe can ask. Each step is off or on; those that are on from the start send nothing but handshakes.
 *
 * @since 0.1
 */
public enum ProbeStep {
    /** A whole handshake by the platform's TLS, up to TLS 1.3, in which nobody judges the certificate before us. */
    HANDSHAKE,
    /** A hello of our own for TLS 1.2 and older, read up to ServerHelloDone: the flight is seen even where its chain is malformed. */
    CLASSIC_HELLO,
    /** A second handshake that offers to resume the first: is it the same leaf, was the session kept? */
    SECOND_HANDSHAKE,
    /** A handshake that names no host: does the server have a certificate of its own to show? */
    WITHOUT_SNI,
    /** A handshake for a name that does not exist: a proxy mints for anything. */
    CANARY_NAME,
    /** Handshakes with other hosts that were named: one authority or one key for all of them? */
    COMPARED_HOSTS,
    /** Requests the page {@code https://ADDRESS/}: a proxy answers with its error page. */
    ADDRESS_PAGE,
    /** Requests the page {@code https://HOST/}. */
    HOST_PAGE,
    /** Microsoft's pseudo-TLS hello, [MS-TURN] section 2.1.1, and the exact reply that it must get. */
    PSEUDO_TLS_MICROSOFT,
    /** Google's pseudo-TLS hello ("ssltcp") and the exact reply that it must get. */
    PSEUDO_TLS_GOOGLE,
    /** A STUN binding request over UDP, RFC 8489, to port 3478. */
    STUN,
    /** A TCP connection to a control host: is it this destination or the whole network? */
    CONTROL_HOST,
    /** An unencrypted request to a page that is known to the byte: a captive portal answers in its place. */
    CAPTIVE_PORTAL;

    private static final Set<ProbeStep> HANDSHAKES = Collections.unmodifiableSet(
            EnumSet.of(HANDSHAKE, CLASSIC_HELLO, SECOND_HANDSHAKE, WITHOUT_SNI, CANARY_NAME, COMPARED_HOSTS));

    /**
     * The steps that are on from the start.
     *
     * @return those that send nothing beyond a handshake
     */
    public static Set<ProbeStep> handshakes() {
        return HANDSHAKES;
    }

    /** The constant as the command line spells it: {@code pseudo-tls-microsoft}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
