/** What the library is measured by: how far it agrees with other programs and published suites. */
@NullMarked
package dev.interloper.boards;

import org.jspecify.annotations.NullMarked;
