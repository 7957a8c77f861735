/**
 * What a minting engine leaves behind in the certificates it forges, as values. Nothing here judges.
 */
@NullMarked
package dev.interloper.certs.forgery;

import org.jspecify.annotations.NullMarked;
