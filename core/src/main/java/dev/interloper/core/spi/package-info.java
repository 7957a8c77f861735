/** What vendors add and tests implement: signals, the observations they look at, and the evidence they find. */
@NullMarked
package dev.interloper.core.spi;

import org.jspecify.annotations.NullMarked;
