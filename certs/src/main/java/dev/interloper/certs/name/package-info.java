/**
 * Names: the host a client asked for, the names a certificate carries, and whether the two agree (RFC 9525).
 *
 * <p>Names that come out of a certificate were written by whoever minted it. Print them through
 * {@link dev.interloper.certs.name.DistinguishedName#printable()} and its kin, never raw.
 */
@NullMarked
package dev.interloper.certs.name;

import org.jspecify.annotations.NullMarked;
