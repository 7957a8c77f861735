/** The packets of OpenVPN's control channel, which carry TLS records over TCP and UDP; not exported. */
@NullMarked
package dev.interloper.handshake.openvpn;

import org.jspecify.annotations.NullMarked;
