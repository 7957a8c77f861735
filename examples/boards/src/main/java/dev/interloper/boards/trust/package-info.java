/** The suites of the trust board, a class each: chains and roots whose verdict is known. */
@NullMarked
package dev.interloper.boards.trust;

import org.jspecify.annotations.NullMarked;
