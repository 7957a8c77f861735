/** The TLS record layer as it was seen: types, versions, lengths and places. */
@NullMarked
package dev.interloper.handshake.record;

import org.jspecify.annotations.NullMarked;
