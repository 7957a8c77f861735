/** The cryptography that takes record and packet protection off; not exported. */
@NullMarked
package dev.interloper.handshake.crypto;

import org.jspecify.annotations.NullMarked;
