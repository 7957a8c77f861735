/** The command line: captures in, verdicts out. */
@NullMarked
package dev.interloper.cli;

import org.jspecify.annotations.NullMarked;
