package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.secrets.KeyLog;
import java.nio.charset.StandardCharsets;

/** A key log's text: what it says does not depend on its line ends, or on its being read twice. */
final class KeyLogTarget {

    private KeyLogTarget() {}

    static void accept(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        KeyLog log = KeyLog.parse(text);
        long lines = text.lines().count();

        assertThat((long) log.unreadableLines()).isLessThanOrEqualTo(lines);
        assertThat(KeyLog.parse(text.replace("\n", "\r\n"))).hasToString(log.toString());
        assertThat(KeyLog.parse(text + "\n" + text + "\n#").unreadableLines()).isEqualTo(2 * log.unreadableLines());
        assertThat(log.and(KeyLog.parse(text)).isEmpty()).isEqualTo(log.isEmpty());
    }
}
