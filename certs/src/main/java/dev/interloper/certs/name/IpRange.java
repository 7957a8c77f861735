package dev.interloper.certs.name;

import java.util.List;

/** Address blocks that are not reached over the Internet, after the IANA special-purpose registries (RFC 6890). */
final class IpRange {
    private static final List<IpRange> PRIVATE = List.of(
            range("0.0.0.0", 8), // RFC 1122, this network
            range("10.0.0.0", 8), // RFC 1918
            range("172.16.0.0", 12), // RFC 1918
            range("192.168.0.0", 16), // RFC 1918
            range("100.64.0.0", 10), // RFC 6598, shared by carriers
            range("127.0.0.0", 8), // RFC 1122, loopback
            range("169.254.0.0", 16), // RFC 3927, link local
            range("198.18.0.0", 15), // RFC 2544, benchmarking
            range("224.0.0.0", 4), // RFC 5771, multicast: no TLS server
            range("240.0.0.0", 4), // RFC 1112, reserved
            range("::", 128), // RFC 4291, unspecified
            range("::1", 128), // RFC 4291, loopback
            range("fc00::", 7), // RFC 4193, unique local
            range("fe80::", 10), // RFC 4291, link local
            range("fec0::", 10), // RFC 3879, site local of old
            range("ff00::", 8)); // RFC 4291, multicast

    private final byte[] network;
    private final int bits;

    private IpRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    private static IpRange range(String network, int bits) {
        return new IpRange(IpLiteral.parse(network).orElseThrow(), bits);
    }

    static boolean isPrivate(byte[] address) {
        return PRIVATE.stream().anyMatch(r -> r.contains(address));
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((address[i / 8] ^ network[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
