/** What the library says, in the oracle's words: the only place of the board that knows the library. */
@NullMarked
package dev.interloper.boards.library;

import org.jspecify.annotations.NullMarked;
