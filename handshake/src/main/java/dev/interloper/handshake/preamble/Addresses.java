package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.wire.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as text. */
final class Addresses {

    private Addresses() {}

    /** An address of 4 or 16 bytes and a port. */
    static String of(Bytes address, int port) {
        try {
            return new Endpoint(InetAddress.getByAddress(address.toByteArray()), port).toString();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    static String of(String name, int port) {
        return name + ":" + port;
    }
}
