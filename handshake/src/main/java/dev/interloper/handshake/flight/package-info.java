/** How a peer packed its messages into records and packets, and the gaps between them. */
@NullMarked
package dev.interloper.handshake.flight;

import org.jspecify.annotations.NullMarked;
