package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One attribute of a name, with the DER type of its string.
 *
 * @param type object identifier
 * @param tag of the value
 * @param value the text as decoded by that tag
 */
record NameAttribute(String type, int tag, String value) {
    static final int UTF8_STRING = 0x0c;
    static final int PRINTABLE_STRING = 0x13;
    static final int T61_STRING = 0x14;
    static final int IA5_STRING = 0x16;
    static final int UNIVERSAL_STRING = 0x1c;
    static final int BMP_STRING = 0x1e;

    /** More attributes than any name has; what follows is left out. */
    private static final int MAX = 32;

    /** The attributes in their order, as far as they can be read; given the content of the Name. */
    static List<NameAttribute> read(DerCursor name) {
        List<NameAttribute> found = new ArrayList<>();
        try {
            while (name.hasMore() && found.size() < MAX) {
                DerCursor set = name.enter();
                while (set.hasMore() && found.size() < MAX) {
                    DerCursor pair = set.enter(DerCursor.SEQUENCE);
                    String type = TypeNames.oid(pair.enter(DerCursor.OID).rest());
                    int tag = pair.peekTag();
                    found.add(
                            new NameAttribute(type, tag, text(tag, pair.enter().rest())));
                }
            }
        } catch (DerException e) {
            // what was read before stands
        }
        return List.copyOf(found);
    }

    private static String text(int tag, byte[] content) {
        return switch (tag) {
            case UTF8_STRING -> new String(content, StandardCharsets.UTF_8);
            case BMP_STRING -> new String(content, StandardCharsets.UTF_16BE);
            default -> new String(content, StandardCharsets.ISO_8859_1);
        };
    }

    /** One letter a string type, as in the text form of a print. */
    char letter() {
        return switch (tag) {
            case UTF8_STRING -> 'u';
            case PRINTABLE_STRING -> 'p';
            case T61_STRING -> 't';
            case IA5_STRING -> 'i';
            case UNIVERSAL_STRING -> 'w';
            case BMP_STRING -> 'b';
            default -> 'x';
        };
    }
}
