package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import org.junit.jupiter.api.Test;

/** A first byte of 0x80 or more was held back for a hello of SSL 2, and lost when it turned out to be Telnet's. */
class TelnetStartTest {

    private static final byte[] START = {(byte) 0xff, (byte) 0xfa, (byte) 0xff};

    @Test
    void telnet_byteByByte_isTheSameAsAtOnce() {
        assertThat(Feed.byteByByte().client(START).handshake().upgrades())
                .isEqualTo(Feed.atOnce().client(START).handshake().upgrades())
                .hasSize(1);
    }
}
