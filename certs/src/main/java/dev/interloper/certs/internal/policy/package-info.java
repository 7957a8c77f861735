/** Certificate policies: the extensions, and the graph that a path's policies make. */
@NullMarked
package dev.interloper.certs.internal.policy;

import org.jspecify.annotations.NullMarked;
