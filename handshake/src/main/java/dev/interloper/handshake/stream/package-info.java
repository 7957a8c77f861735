/** Where bytes came from: the direction they travelled in and the packets that carried them. */
@NullMarked
package dev.interloper.handshake.stream;

import org.jspecify.annotations.NullMarked;
