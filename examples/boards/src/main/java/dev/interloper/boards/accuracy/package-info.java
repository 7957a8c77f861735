/** How often the library is right about labelled connections: whether they are intercepted, and by which engine. */
@NullMarked
package dev.interloper.boards.accuracy;

import org.jspecify.annotations.NullMarked;
