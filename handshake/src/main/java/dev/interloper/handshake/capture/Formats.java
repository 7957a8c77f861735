package dev.interloper.handshake.capture;

/** Tells capture formats by their first bytes. */
final class Formats {

    private Formats() {}

    static PacketSource detect(CaptureInput in) throws CaptureException {
        int available = in.fill(4);
        if (available == 0) {
            throw new CaptureException(CaptureProblem.Kind.NOT_A_CAPTURE, 0, "the file is empty");
        }
        if (available == 4) {
            for (boolean little : new boolean[] {false, true}) {
                in.littleEndian(little);
                long magic = in.u32(0);
                if (PcapSource.isMagic(magic)) {
                    return new PcapSource(in);
                }
                if (magic == PcapngSource.SECTION_HEADER) {
                    return new PcapngSource(in);
                }
            }
            in.littleEndian(false);
            long magic = in.u32(0);
            if (magic == NetMonSource.MAGIC_2 || magic == NetMonSource.MAGIC_1) {
                return new NetMonSource(in);
            }
            if (magic == SnoopSource.MAGIC && in.fill(8) == 8 && in.u32(4) == SnoopSource.MAGIC_REST) {
                return new SnoopSource(in);
            }
        }
        throw new CaptureException(
                CaptureProblem.Kind.NOT_A_CAPTURE,
                0,
                "not a capture file: expected the first bytes of pcap, pcapng, Network Monitor or snoop, found "
                        + firstBytes(in, available));
    }

    private static String firstBytes(CaptureInput in, int available) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < available; i++) {
            text.append(i == 0 ? "" : " ").append(String.format("%02x", in.u8(i)));
        }
        return text.toString();
    }
}
