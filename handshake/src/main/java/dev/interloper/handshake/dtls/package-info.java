/** DTLS datagrams to handshake messages (RFC 4347, 6347, 9147 and 9146); not exported. */
@NullMarked
package dev.interloper.handshake.dtls;

import org.jspecify.annotations.NullMarked;
