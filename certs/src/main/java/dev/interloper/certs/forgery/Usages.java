package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Key usage, its extension and basic constraints, as in the text form of a print: {@code -} where absent. */
final class Usages {
    /** More purposes than any certificate has, and longer bit strings; what follows is left out. */
    private static final int MAX = 16;

    private Usages() {}

    private interface Reader {
        String read(DerCursor value) throws DerException;
    }

    private static String token(LeafDer leaf, String oid, Reader reader) {
        Optional<LeafExtension> extension = leaf.extension(oid);
        if (extension.isEmpty()) {
            return "-";
        }
        try {
            return reader.read(extension.get().value());
        } catch (DerException e) {
            return "bad";
        }
    }

    /** The octets of the bit string, without its count of unused bits: {@code a0} is signature and encipherment. */
    static String keyUsage(LeafDer leaf) {
        return token(leaf, TypeNames.KEY_USAGE, value -> {
            byte[] bits = value.enter(DerCursor.BIT_STRING).rest();
            return bits.length < 2 || bits.length > MAX ? "bad" : HexFormat.of().formatHex(bits, 1, bits.length);
        });
    }

    static String purposes(LeafDer leaf) {
        return token(leaf, TypeNames.EXTENDED_KEY_USAGE, value -> {
            DerCursor list = value.enter(DerCursor.SEQUENCE);
            List<String> purposes = new ArrayList<>();
            while (list.hasMore() && purposes.size() < MAX) {
                purposes.add(TypeNames.purpose(
                        TypeNames.oid(list.enter(DerCursor.OID).rest())));
            }
            return purposes.isEmpty() ? "bad" : String.join(",", purposes);
        });
    }

    /** {@code ee} for an end entity said by saying nothing, {@code false} for one that says so, {@code ca}, and a path length. */
    static String basicConstraints(LeafDer leaf) {
        return token(leaf, TypeNames.BASIC_CONSTRAINTS, value -> {
            DerCursor fields = value.enter(DerCursor.SEQUENCE);
            String ca = "ee";
            if (fields.peekTag() == DerCursor.BOOLEAN) {
                byte[] content = fields.enter().rest();
                ca = content.length == 1 && content[0] == 0 ? "false" : "ca";
            }
            return fields.peekTag() == DerCursor.INTEGER ? ca + "+len" : ca;
        });
    }
}
