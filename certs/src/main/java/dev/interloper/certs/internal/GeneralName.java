package dev.interloper.certs.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One GeneralName as encoded (RFC 5280 4.2.1.6). */
public final class GeneralName {
    public static final int OTHER = 0xa0;
    public static final int EMAIL = 0x81;
    public static final int DNS = 0x82;
    public static final int DIRECTORY = 0xa4;
    public static final int URI = 0x86;
    public static final int IP = 0x87;

    private final int tag;
    private final byte[] content;

    private GeneralName(int tag, byte[] content) {
        this.tag = tag;
        this.content = content;
    }

    /** Reads GeneralNames to the end of the window, at most so many. */
    public static List<GeneralName> list(DerCursor names, int most) throws DerException {
        List<GeneralName> all = new ArrayList<>();
        while (names.hasMore() && all.size() < most) {
            all.add(next(names));
        }
        return all;
    }

    /** Reads one GeneralName. */
    public static GeneralName next(DerCursor names) throws DerException {
        int tag = names.peekTag();
        return new GeneralName(tag, names.enter().rest());
    }

    /** The identifier octet. */
    public int tag() {
        return tag;
    }

    /** The octets inside, for a directoryName those of the Name element. */
    public byte[] content() {
        return content.clone();
    }

    /** The content as text, each octet a character. */
    public String text() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
