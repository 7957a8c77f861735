/** The secrets that an endpoint wrote down, with which its captured connections can be read. */
@NullMarked
package dev.interloper.handshake.secrets;

import org.jspecify.annotations.NullMarked;
