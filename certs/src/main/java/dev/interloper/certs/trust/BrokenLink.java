package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Signatures;
import java.security.cert.X509Certificate;

/** A certificate, and a key of its issuer's name that did not make its signature. */
record BrokenLink(X509Certificate child, Anchor signer, boolean presented, Signatures.Outcome outcome) {}
