/** How clients are judged: captures of browsers and of interceptors, as servers saw them. */
@NullMarked
package dev.interloper.boards.clients;

import org.jspecify.annotations.NullMarked;
