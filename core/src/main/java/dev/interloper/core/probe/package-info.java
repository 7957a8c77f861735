/**
 * Asks live servers: connects, says hello in several ways and notes what comes back, judging nothing. The only package that touches
 * the network.
 */
@NullMarked
package dev.interloper.core.probe;

import org.jspecify.annotations.NullMarked;
