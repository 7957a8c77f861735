/** How fast captures are read, and with how little memory. */
@NullMarked
package dev.interloper.boards.speed;

import org.jspecify.annotations.NullMarked;
