/**
 * Observations of TLS handshakes, nothing judged: {@link dev.interloper.handshake.Handshake} is everything that was seen of
 * one connection, {@link dev.interloper.handshake.HandshakeReader} makes one from bytes as they arrive, and
 * {@link dev.interloper.handshake.capture.Capture} makes them from capture files.
 */
@NullMarked
package dev.interloper.handshake;

import org.jspecify.annotations.NullMarked;
