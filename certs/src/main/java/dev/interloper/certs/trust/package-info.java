/**
 * Trust: candidate paths from a leaf to an anchor, every finding on the way, and the class of the anchor.
 *
 * <p>{@link dev.interloper.certs.trust.TrustEvaluator} is the entry; it turns a
 * {@link dev.interloper.certs.trust.TrustRequest} into a {@link dev.interloper.certs.trust.TrustReport} and does nothing
 * else: no network, no clock, no state.
 */
@NullMarked
package dev.interloper.certs.trust;

import org.jspecify.annotations.NullMarked;
