package dev.interloper.boards.trust;

import java.util.Base64;

/** One object between two lines of hyphens, and none of the checks that a user's file deserves. */
final class Pem {

    private Pem() {}

    static byte[] decode(String text) {
        StringBuilder base64 = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .forEach(base64::append);
        return Base64.getDecoder().decode(base64.toString());
    }

    static String encode(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
