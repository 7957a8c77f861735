package dev.interloper.handshake.stream;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * One end of a connection. Immutable; never resolves a name.
 *
 * @param address its IP address
 * @param port its port
 * @since 0.1
 */
public record Endpoint(InetAddress address, int port) {

    /**
     * The address in its usual text form (RFC 5952 for IPv6), without brackets.
     *
     * @return the literal
     */
    public String addressText() {
        return address instanceof Inet6Address v6 ? Ipv6Text.of(v6.getAddress()) : address.getHostAddress();
    }

    /** Address and port: {@code 192.0.2.7:443}, {@code [2001:db8::7]:443}. */
    @Override
    public String toString() {
        return address instanceof Inet6Address ? "[" + addressText() + "]:" + port : addressText() + ":" + port;
    }
}
