package dev.interloper.handshake.secrets;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** Reads a key log's lines one by one; none takes more memory than {@link #MAX_LINE} characters, whatever its length. */
final class KeyLogReader {

    /** An ECHConfig's line is the longest that is written; those of secrets have less than 300 characters. */
    private static final int MAX_LINE = 4096;

    private static final int CLIENT_RANDOM_LENGTH = 32;
    private static final String SESSION_ID = "Session-ID:";
    private static final String MASTER_KEY = "Master-Key:";
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf"; // UTF-8's, read as ISO 8859-1

    private final Map<KeyLog.Key, Bytes> secrets = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final StringBuilder line = new StringBuilder(256);
    private boolean tooLong;
    private int unreadable;

    KeyLog read(Reader in) throws IOException {
        char[] buffer = new char[8192];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            for (int i = 0; i < length; i++) {
                take(buffer[i]);
            }
        }
        endLine();
        return new KeyLog(secrets, unreadable);
    }

    private void take(char c) {
        if (c == '\n' || c == '\r') {
            endLine();
        } else if (line.length() < MAX_LINE) {
            line.append(c);
        } else {
            tooLong = true;
        }
    }

    private void endLine() {
        if (line.length() > 0) {
            String text = line.toString();
            if (text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(BYTE_ORDER_MARK.length());
            } else if (text.charAt(0) == '\ufeff') {
                text = text.substring(1); // the same in a text that was decoded as UTF-8
            }
            text = withoutContinuation(text.strip());
            if (!text.isEmpty() && !text.startsWith("#") && (tooLong || !secret(text))) {
                unreadable++;
            }
        }
        line.setLength(0);
        tooLong = false;
    }

    /** Logs that were pasted from a shell have a backslash at the end of each line. */
    private static String withoutContinuation(String text) {
        return text.endsWith("\\") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private boolean secret(String text) {
        StringTokenizer fields = new StringTokenizer(text);
        if (fields.countTokens() != 3) {
            return false;
        }
        String label = fields.nextToken();
        String of = fields.nextToken();
        String secret = fields.nextToken();
        try {
            if (!label.equals(KeyLog.RSA)) {
                return put(label, Bytes.ofHex(of), CLIENT_RANDOM_LENGTH, Bytes.ofHex(secret));
            }
            if (of.startsWith(SESSION_ID) && secret.startsWith(MASTER_KEY)) {
                Bytes session = Bytes.ofHex(of.substring(SESSION_ID.length()));
                return put(
                        KeyLog.SESSION, session, session.length(), Bytes.ofHex(secret.substring(MASTER_KEY.length())));
            }
            return put(label, Bytes.ofHex(of), KeyLog.RSA_PREFIX_LENGTH, Bytes.ofHex(secret));
        } catch (IllegalArgumentException e) {
            return false; // not hexadecimal
        }
    }

    private boolean put(String label, Bytes of, int expectedLength, Bytes secret) {
        if (of.isEmpty() || of.length() != expectedLength || secret.isEmpty()) {
            return false;
        }
        // a file of many lines holds few labels
        secrets.put(new KeyLog.Key(labels.computeIfAbsent(label, own -> own), of), secret);
        return true;
    }
}
