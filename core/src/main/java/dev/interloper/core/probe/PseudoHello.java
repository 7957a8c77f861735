package dev.interloper.core.probe;

import dev.interloper.handshake.wire.Bytes;

/** The hellos with which media clients pass firewalls; nothing of them is secret, and nothing of TLS follows. */
enum PseudoHello {
    /** [MS-TURN] section 2.1.1; time and random as libnice sends them. */
    MICROSOFT(
            ProbeStep.PSEUDO_TLS_MICROSOFT,
            83,
            "160301002d010000290301c1fcd5a36d93dd7e0b45673fec7985fbbc3fd660c2ce8485081b8121bcaa10fb"
                    + "00000200180100"),
    /** WebRTC's "ssltcp": a hello in the form of SSL 2. */
    GOOGLE(
            ProbeStep.PSEUDO_TLS_GOOGLE,
            79,
            "8046010301002d00000010"
                    + "0100800300800700c006004002008004008000000400feff00000a00fefe000009000064000062000003000006"
                    + "1f170ca62f0078fc46552eb18339f1ea");

    private final ProbeStep step;
    private final int replyLength;
    private final String hex;

    PseudoHello(ProbeStep step, int replyLength, String hex) {
        this.step = step;
        this.replyLength = replyLength;
        this.hex = hex;
    }

    ProbeStep step() {
        return step;
    }

    /** How long the reply is that the dialect prescribes. */
    int replyLength() {
        return replyLength;
    }

    byte[] bytes() {
        return Bytes.ofHex(hex).toByteArray();
    }
}
