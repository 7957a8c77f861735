/** The corpus as its own tables describe it, any part of which may be missing. */
@NullMarked
package dev.interloper.boards.corpus;

import org.jspecify.annotations.NullMarked;
