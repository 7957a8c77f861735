package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.DerWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Takes distinguished names apart. */
final class RelativeNames {
    private static final int MOST = 256;
    private static final String EMAIL_ADDRESS = "2a864886f70d010901"; // 1.2.840.113549.1.9.1
    private static final int SET = 0x31;

    private RelativeNames() {}

    /**
     * Each relative name as the platform compares names: case, white space and string types made alike (RFC 5280 7.1).
     * Empty when the name does not parse.
     */
    static Optional<List<String>> canonical(byte[] name) {
        try {
            DerCursor names = DerCursor.over(name).enter(DerCursor.SEQUENCE);
            List<String> all = new ArrayList<>();
            while (names.hasMore() && all.size() < MOST) {
                all.add(canonicalOne(names.element()));
            }
            return names.hasMore() ? Optional.empty() : Optional.of(all);
        } catch (DerException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String canonicalOne(byte[] relativeName) {
        return new X500Principal(DerWriter.element(DerCursor.SEQUENCE, relativeName)).getName(X500Principal.CANONICAL);
    }

    /** Values of emailAddress attributes. */
    static List<String> emailAddresses(byte[] name) {
        List<String> found = new ArrayList<>();
        try {
            DerCursor names = DerCursor.over(name).enter(DerCursor.SEQUENCE);
            while (names.hasMore() && found.size() < MOST) {
                DerCursor attributes = names.enter(SET);
                while (attributes.hasMore() && found.size() < MOST) {
                    DerCursor attribute = attributes.enter(DerCursor.SEQUENCE);
                    byte[] type = attribute.enter(DerCursor.OID).rest();
                    if (HexFormat.of().formatHex(type).equals(EMAIL_ADDRESS)) {
                        found.add(new String(attribute.enter().rest(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        } catch (DerException e) {
            return found; // what was read before stands
        }
        return found;
    }
}
