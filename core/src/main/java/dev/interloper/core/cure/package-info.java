/** What makes a connection work again: bypass rules in the syntax of each product. */
@NullMarked
package dev.interloper.core.cure;

import org.jspecify.annotations.NullMarked;
