/**
 * The form that all data files of this library have, and users' own in their place: text in UTF-8, one fact a line, cells separated by
 * one tab. Lines that are blank or begin with {@code #} are skipped; the first other line holds the names of the columns.
 */
@NullMarked
package dev.interloper.core.table;

import org.jspecify.annotations.NullMarked;
