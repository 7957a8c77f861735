package dev.interloper.certs.pin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bounds on configuration text, and how it is read from a stream. */
final class ConfigText {
    static final int MAX_CHARACTERS = 1 << 20;
    static final int MAX_RULES = 10_000;
    static final int MAX_PINS = 1_000;

    private ConfigText() {}

    static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_CHARACTERS + 1);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new PinSyntaxException(1, 1, "the text is not UTF-8");
        }
    }

    static void bound(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new PinSyntaxException(1, 1, "the text has more than " + MAX_CHARACTERS + " characters");
        }
    }

    static void boundPins(List<?> pins, int line) {
        if (pins.size() > MAX_PINS) {
            throw new PinSyntaxException(line, 1, "there are more than " + MAX_PINS + " pins");
        }
    }
}
