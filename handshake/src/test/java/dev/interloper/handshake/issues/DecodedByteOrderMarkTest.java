package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.wire.Bytes;
import org.junit.jupiter.api.Test;

/** A key log given as a text, not as bytes, kept its byte order mark as a part of the first label. */
class DecodedByteOrderMarkTest {

    @Test
    void firstLine_isKnownByItsLabel() {
        KeyLog log = KeyLog.parse("\ufeffCLIENT_RANDOM " + "00".repeat(32) + " 11");

        assertThat(log.secret("CLIENT_RANDOM", Bytes.copyOf(new byte[32]))).contains(Bytes.ofHex("11"));
    }
}
