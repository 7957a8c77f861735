package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;

/** A network in CIDR form: an address and a mask of the same length. */
final class IpSubtree implements Subtree {
    private final byte[] network;

    IpSubtree(byte[] network) {
        this.network = network;
    }

    /** Whether it is an address and a mask whose ones come first. */
    static boolean isWellFormed(byte[] network) {
        if (network.length != 8 && network.length != 32) {
            return false;
        }
        boolean zeros = false;
        for (int bit = network.length * 4; bit < network.length * 8; bit++) {
            boolean one = (network[bit / 8] & 0x80 >> bit % 8) != 0;
            if (one && zeros) {
                return false;
            }
            zeros |= !one;
        }
        return true;
    }

    @Override
    public int tag() {
        return GeneralName.IP;
    }

    @Override
    public boolean permits(ConstrainedName name) {
        byte[] address = name.address();
        if (address.length * 2 != network.length) {
            return false;
        }
        for (int i = 0; i < address.length; i++) {
            if (((address[i] ^ network[i]) & network[address.length + i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
