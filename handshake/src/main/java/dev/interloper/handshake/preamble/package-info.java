/** What is spoken on a TCP stream before TLS begins on it; not exported. */
@NullMarked
package dev.interloper.handshake.preamble;

import org.jspecify.annotations.NullMarked;
