/**
 * Engines by how they forge: what minting engines and private authorities' tools make their certificates look like, measured, dated
 * and sourced, and the likeness of a leaf to them.
 */
@NullMarked
package dev.interloper.core.engine;

import org.jspecify.annotations.NullMarked;
