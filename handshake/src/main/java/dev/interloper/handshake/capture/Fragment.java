package dev.interloper.handshake.capture;

/**
 * Where a fragment of an IP packet belongs.
 *
 * @param identification what all fragments of one packet share
 * @param keyProtocol what tells packets apart besides: the protocol in IPv4, nothing (-1) in IPv6
 * @param protocol what the first fragment says that the packet carries
 * @param offset the place of its first byte
 * @param more whether it is not the last
 */
record Fragment(int identification, int keyProtocol, int protocol, int offset, boolean more) {

    /** The longest that fits the length fields. */
    private static final int MAX_DATAGRAM = 65_535;

    static Fragment ipv4(int identification, int protocol, int offset, boolean more) {
        return new Fragment(identification, protocol, protocol, offset, more);
    }

    static Fragment ipv6(int identification, int next, int offsetAndFlag) {
        return new Fragment(identification, -1, next, offsetAndFlag & 0xfff8, (offsetAndFlag & 1) != 0);
    }

    boolean isIpv6() {
        return keyProtocol < 0;
    }

    /** Keeps a fragment whose payload starts here, or goes on with the packet that it completes. */
    Outcome decode(Frame frame, int at) {
        int length = frame.wireEnd - at;
        boolean isCaptured = frame.end == frame.wireEnd;
        boolean isSound = length > 0 && offset + length <= MAX_DATAGRAM && !(more && length % 8 != 0);
        if (!isCaptured || !isSound) {
            return Outcome.OTHER;
        }
        Datagram whole = frame.fragments().add(FragmentKey.of(frame, this), this, frame, at, length);
        if (whole == null) {
            return Outcome.OTHER;
        }
        PacketView view = frame.view;
        int addresses = 2 * view.addressLength;
        byte[] bytes = new byte[addresses + whole.length()];
        System.arraycopy(frame.bytes, view.sourceAddress, bytes, 0, addresses);
        whole.copyTo(bytes, addresses);
        frame.replace(bytes);
        view.sourceAddress = 0;
        view.destinationAddress = view.addressLength;
        return isIpv6()
                ? IpHeaders.extensions(frame, whole.protocol(), addresses)
                : IpProtocols.decode(frame, whole.protocol(), addresses);
    }
}
