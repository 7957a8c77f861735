package dev.interloper.core.cure;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses (RFC 4632, RFC 4291 section 2.3). Immutable.
 *
 * @param network its first address as a number
 * @param prefix how many bits all its addresses share
 * @param bits 32 or 128
 */
record Cidr(BigInteger network, int prefix, int bits) {

    private static final String V4 =
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}";

    /** Reads an address literal; no resolver is asked. */
    static Optional<Cidr> address(String text) {
        boolean v6 = text.indexOf(':') >= 0 && text.matches("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");
        if (!v6 && !text.matches(V4)) {
            return Optional.empty();
        }
        try {
            byte[] octets = InetAddress.getByName(text).getAddress();
            return Optional.of(new Cidr(new BigInteger(1, octets), octets.length * 8, octets.length * 8));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean isV4() {
        return bits == 32;
    }

    /** Nobody means a block that is wider. */
    int shortestPrefix() {
        return isV4() ? 8 : 16;
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - prefix);
    }

    Cidr last() {
        return new Cidr(network.add(size()).subtract(BigInteger.ONE), bits, bits);
    }

    boolean isSingle() {
        return prefix == bits;
    }

    /** The block of a shorter prefix around it. */
    Cidr of(int shorter) {
        BigInteger mask = mask(shorter);
        return new Cidr(network.and(mask), shorter, bits);
    }

    private BigInteger mask(int length) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE.shiftLeft(bits - length));
    }

    boolean contains(Cidr other) {
        return bits == other.bits && prefix <= other.prefix && other.of(prefix).equals(this);
    }

    int octet(int index) {
        return network.shiftRight(bits - 8 * (index + 1)).intValue() & 0xff;
    }

    /** The mask in dotted form; IPv4 only. */
    String dottedMask() {
        int value = mask(prefix).intValue();
        return (value >>> 24) + "." + (value >> 16 & 0xff) + "." + (value >> 8 & 0xff) + "." + (value & 0xff);
    }

    String addressText() {
        byte[] octets = new byte[bits / 8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) octet(i);
        }
        try {
            return Ipv6Text.shorten(InetAddress.getByAddress(octets).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are an address", e);
        }
    }

    @Override
    public String toString() {
        return addressText() + "/" + prefix;
    }

    /** The same addresses in as few blocks as there can be: none is added, none lost. */
    static List<Cidr> aggregate(List<Cidr> blocks) {
        List<Cidr> sorted = new ArrayList<>(blocks);
        sorted.sort(
                Comparator.comparingInt(Cidr::bits).thenComparing(Cidr::network).thenComparingInt(Cidr::prefix));
        List<Cidr> merged = new ArrayList<>();
        for (Cidr block : sorted) {
            if (!merged.isEmpty() && merged.get(merged.size() - 1).contains(block)) {
                continue;
            }
            merged.add(block);
            while (merged.size() > 1 && areHalves(merged.get(merged.size() - 2), merged.get(merged.size() - 1))) {
                merged.remove(merged.size() - 1);
                Cidr half = merged.remove(merged.size() - 1);
                merged.add(half.of(half.prefix() - 1));
            }
        }
        return merged;
    }

    private static boolean areHalves(Cidr first, Cidr second) {
        return first.bits == second.bits
                && first.prefix == second.prefix
                && first.prefix > 0
                && !first.equals(second)
                && first.of(first.prefix - 1).equals(second.of(second.prefix - 1));
    }
}
