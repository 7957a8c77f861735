/**
 * Fingerprints of hellos: JA3, JA3S, JA4 and NPF, as values and, through
 * {@link dev.interloper.handshake.fingerprint.FingerprintWriter}, without allocating.
 *
 * <p>The methods are other people's, the code is not. JA3 and JA3S were published by Salesforce, JA4 (TLS client) by FoxIO, each
 * under the 3-clause BSD licence, and the Network Protocol Fingerprint format by Cisco Systems under a BSD-style one; their notices
 * are in {@code META-INF/NOTICE} of this module. JA4 is a trademark of FoxIO, used here to name the method. Nothing else of that
 * family is here: the other methods named JA4 and a letter have a licence that this library could not pass on.
 */
@NullMarked
package dev.interloper.handshake.fingerprint;

import org.jspecify.annotations.NullMarked;
