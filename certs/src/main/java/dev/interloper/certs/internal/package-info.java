/** Reading of DER and of certificates' raw parts. Not exported. */
@NullMarked
package dev.interloper.certs.internal;

import org.jspecify.annotations.NullMarked;
