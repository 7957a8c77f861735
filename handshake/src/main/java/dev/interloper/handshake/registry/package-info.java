/** The numbers of TLS with their names, from IANA's registries; the tables are data, generated from IANA's files. */
@NullMarked
package dev.interloper.handshake.registry;

import org.jspecify.annotations.NullMarked;
