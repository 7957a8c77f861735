package dev.interloper.certs.name;

import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes {@code public-suffixes.dat} from Mozilla's Public Suffix List. It needs nothing but a JDK:
 *
 * <pre>
 * java certs/src/test/java/dev/interloper/certs/name/PublicSuffixesGenerator.java \
 *     /usr/share/publicsuffix/public_suffix_list.dat DATE \
 *     certs/src/main/resources/dev/interloper/certs/name/public-suffixes.dat
 * </pre>
 *
 * <p>DATE is the version of the list: that in its {@code // VERSION:} line; older lists have none, and Debian keeps the
 * moment of the last change as the file's time and as the version of its package {@code publicsuffix}. What is written
 * is a list in the same format: rules as A-labels, sorted within their section, without the comments.
 */
public final class PublicSuffixesGenerator {
    private static final String BEGIN = "// ===BEGIN ";
    private static final String ICANN = "ICANN DOMAINS";
    private static final String PRIVATE = "PRIVATE DOMAINS";

    private PublicSuffixesGenerator() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        if (arguments.length != 3) {
            System.err.println("usage: PublicSuffixesGenerator LIST DATE OUTPUT");
            System.exit(64);
        }
        Files.writeString(Path.of(arguments[2]), generate(Path.of(arguments[0]), arguments[1]));
    }

    static String generate(Path list, String date) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(list);
        SortedSet<String> icann = section(lines, ICANN);
        SortedSet<String> registrants = section(lines, PRIVATE);
        return header(date, digest(list), icann.size(), registrants.size())
                + text(ICANN, icann)
                + text(PRIVATE, registrants);
    }

    static String digest(Path list) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(list)));
    }

    private static SortedSet<String> section(List<String> lines, String name) {
        SortedSet<String> rules = new TreeSet<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("// ===")) {
                inside = line.startsWith(BEGIN + name);
            } else if (inside && !line.isBlank() && !line.startsWith("//")) {
                rules.add(ascii(line.strip().split("\\s", 2)[0]));
            }
        }
        return rules;
    }

    private static String ascii(String rule) {
        String mark = rule.startsWith("!") ? "!" : rule.startsWith("*.") ? "*." : "";
        return mark
                + IDN.toASCII(rule.substring(mark.length()), IDN.ALLOW_UNASSIGNED)
                        .toLowerCase(Locale.ROOT);
    }

    private static String text(String name, SortedSet<String> rules) {
        String body = String.join("\n", rules);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(body)) {
            throw new IllegalStateException("a rule is not ASCII");
        }
        return BEGIN + name + "===\n" + body + "\n// ===END " + name + "===\n";
    }

    private static String header(String date, String digest, int icann, int registrants) {
        return """
                // Mozilla's Public Suffix List (https://publicsuffix.org/list/), its rules as A-labels, sorted, without comments.
                // date: %s
                // source: package publicsuffix of Debian, public_suffix_list.dat, SHA-256 %s
                // rules: %d ICANN, %d private
                // generator: certs/src/test/java/dev/interloper/certs/name/PublicSuffixesGenerator.java (how to run it is written there)
                // This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
                // If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
                """.formatted(date, digest, icann, registrants);
    }
}
