package dev.interloper.certs.internal.revocation;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A GeneralName, for comparing: directory names as names, all others octet by octet.
 *
 * @param tag the tag octet
 * @param directory the name under tag a4
 * @param octets the content in hexadecimal under any other
 */
public record GeneralName(int tag, Optional<X500Principal> directory, String octets) {
    private static final int DIRECTORY = 0xa4;

    /** More names than any distribution point has. */
    private static final int MAX = 256;

    static GeneralName of(X500Principal name) {
        return new GeneralName(DIRECTORY, Optional.of(name), "");
    }

    /** All names of the window. */
    static Set<GeneralName> readAll(DerCursor names) throws DerException {
        Set<GeneralName> read = new LinkedHashSet<>();
        while (names.hasMore()) {
            if (read.size() == MAX) {
                throw new DerException(0, "more than " + MAX + " names");
            }
            int tag = names.peekTag();
            DerCursor content = names.enter();
            read.add(
                    tag == DIRECTORY
                            ? of(principal(content.element()))
                            : new GeneralName(
                                    tag, Optional.empty(), HexFormat.of().formatHex(content.rest())));
        }
        return read;
    }

    static X500Principal principal(byte[] name) throws DerException {
        try {
            return new X500Principal(name);
        } catch (RuntimeException e) { // the platform's answer to what is no name
            throw new DerException(0, "not a distinguished name");
        }
    }
}
