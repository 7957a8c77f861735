/** Revocation lists and OCSP responses as structures: what they say, without judging it. */
@NullMarked
package dev.interloper.certs.internal.revocation;

import org.jspecify.annotations.NullMarked;
