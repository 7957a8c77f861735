/** Inspections for people and for programs: text with the flight drawn as a ladder, and JSON. */
@NullMarked
package dev.interloper.core.report;

import org.jspecify.annotations.NullMarked;
