/** The suites of the conformity board, a class each. */
@NullMarked
package dev.interloper.boards.suite;

import org.jspecify.annotations.NullMarked;
