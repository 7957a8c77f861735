package dev.interloper.boards.trust;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

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

    /** Every object of a text. */
    static List<byte[]> all(String text) {
        List<byte[]> objects = new ArrayList<>();
        for (String part : text.split("-----END [^\n]*-----", -1)) {
            int begin = part.indexOf("-----BEGIN ");
            if (begin >= 0) {
                objects.add(decode(part.substring(begin)));
            }
        }
        return objects;
    }

    static String encode(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
