/** QUIC packets in datagrams (RFC 9000, 9001, 9369, drafts 22–34), and the CRYPTO streams in them; not exported. */
@NullMarked
package dev.interloper.handshake.quic;

import org.jspecify.annotations.NullMarked;
