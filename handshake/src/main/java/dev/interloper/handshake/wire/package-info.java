/** Reading bytes that nobody vouches for: one immutable value, one bounded cursor, one description of what is wrong. */
@NullMarked
package dev.interloper.handshake.wire;

import org.jspecify.annotations.NullMarked;
