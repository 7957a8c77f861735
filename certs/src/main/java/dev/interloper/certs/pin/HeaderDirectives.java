package dev.interloper.certs.pin;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code name[=value]} parted by semicolons, values being tokens or quoted strings (RFC 7230, 3.2.6). */
final class HeaderDirectives {
    private static final int MAX = 2_000;
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** One directive; the value is empty when there is none. */
    record Directive(String name, String value, boolean quoted, int column) {
        PinSyntaxException error(String reason) {
            return new PinSyntaxException(1, column, reason);
        }
    }

    private final String text;
    private final List<Directive> found = new ArrayList<>();
    private int position;

    private HeaderDirectives(String text) {
        this.text = text;
    }

    static List<Directive> parse(String text) {
        HeaderDirectives directives = new HeaderDirectives(text);
        directives.parse();
        return directives.found;
    }

    private void parse() {
        blanks();
        while (position < text.length()) {
            if (text.charAt(position) != ';') {
                directive();
            }
            blanks();
            if (position < text.length() && text.charAt(position) != ';') {
                throw error("expected a semicolon");
            }
            position++;
            blanks();
        }
    }

    private void directive() {
        int start = position;
        String name = token();
        if (name.isEmpty()) {
            throw error("expected the name of a directive");
        }
        blanks();
        String value = "";
        boolean quoted = false;
        if (position < text.length() && text.charAt(position) == '=') {
            position++;
            blanks();
            quoted = position < text.length() && text.charAt(position) == '"';
            value = quoted ? quotedString() : token();
        }
        if (found.size() == MAX) {
            throw error("more than " + MAX + " directives");
        }
        found.add(new Directive(name, value, quoted, start + 1));
    }

    private String token() {
        int start = position;
        while (position < text.length() && isToken(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isToken(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private String quotedString() {
        int start = position;
        StringBuilder value = new StringBuilder();
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '"') {
                position++;
                return value.toString();
            }
            if (c == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position));
        }
        position = start;
        throw error("the quoted value that begins here does not end");
    }

    private void blanks() {
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
    }

    private PinSyntaxException error(String reason) {
        return new PinSyntaxException(1, position + 1, reason);
    }
}
