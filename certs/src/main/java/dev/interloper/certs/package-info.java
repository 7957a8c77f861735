/**
 * Certificate chains as a peer presented them, and the hash that identifies a public key.
 *
 * <p>Nothing in this package judges: {@link dev.interloper.certs.trust} does.
 */
@NullMarked
package dev.interloper.certs;

import org.jspecify.annotations.NullMarked;
