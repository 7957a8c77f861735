/**
 * Pins: which keys a host's chain has to have, in every usual syntax, looked for on validated paths only.
 *
 * <p>{@link dev.interloper.certs.pin.PinPolicy} is where to begin. Nothing here sends reports or reads a clock.
 */
@NullMarked
package dev.interloper.certs.pin;

import org.jspecify.annotations.NullMarked;
