/** Two views of one host side by side: what differs between them, and whether that matters. */
@NullMarked
package dev.interloper.core.compare;

import org.jspecify.annotations.NullMarked;
