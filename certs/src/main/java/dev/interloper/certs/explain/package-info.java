/**
 * Why a TLS connection failed: from an exception, and the chain where it is at hand, to cause, reasons and remedy.
 *
 * <p>Start at {@link dev.interloper.certs.explain.Explainer}.
 */
@NullMarked
package dev.interloper.certs.explain;

import org.jspecify.annotations.NullMarked;
