/** Listens to live connections: sockets, streams, engines and buffers, for a reader of handshakes. */
@NullMarked
package dev.interloper.handshake.tap;

import org.jspecify.annotations.NullMarked;
