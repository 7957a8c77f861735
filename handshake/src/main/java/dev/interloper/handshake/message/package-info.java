/** Handshake messages, alerts and extensions with all their fields; unknown ones are kept raw. */
@NullMarked
package dev.interloper.handshake.message;

import org.jspecify.annotations.NullMarked;
