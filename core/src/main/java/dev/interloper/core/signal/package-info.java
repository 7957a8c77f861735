/**
 * The signals: one small class each, with its identifier, its rationale, its weights and what it can mistake. A new signal is a
 * new class here, a line in {@link dev.interloper.core.signal.StandardSignals}, and a test.
 */
@NullMarked
package dev.interloper.core.signal;

import org.jspecify.annotations.NullMarked;
