/** Extensions with all their fields, one class each; unknown ones are kept raw. */
@NullMarked
package dev.interloper.handshake.extension;

import org.jspecify.annotations.NullMarked;
