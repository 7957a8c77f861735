/** A small strict reader of JSON, bounded in every direction. */
@NullMarked
package dev.interloper.certs.internal.json;

import org.jspecify.annotations.NullMarked;
