/**
 * The front door. {@link dev.interloper.core.Interloper} takes captures, single handshakes and certificate chains, and gives
 * {@link dev.interloper.core.Inspection}s: what was seen, the {@link dev.interloper.core.Verdict} with its evidence, and
 * {@link dev.interloper.core.Advice}.
 *
 * <p>{@code core} usually means "the base"; here it is what users depend on to get everything. Who needs a part alone depends on
 * {@code interloper-handshake} or {@code interloper-certs}.
 */
@NullMarked
package dev.interloper.core;

import org.jspecify.annotations.NullMarked;
