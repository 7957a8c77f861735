package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.BundledTable;
import dev.interloper.certs.internal.PublicKeys;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Reads {@code public-roots.tsv}; what its columns mean is written in its head. */
final class PublicRootsTable {
    private static final String RESOURCE = "public-roots.tsv";
    private static final String DATE = "# date: ";
    private static final int COLUMNS = 7;

    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<PublicKeyHash, Listing> listings = new HashMap<>();
    private Optional<LocalDate> date = Optional.empty();
    private String label = "public roots";

    private PublicRootsTable() {}

    /** Loads at first use, once. */
    private static final class Bundled {
        static final AnchorSet SET = load();

        private Bundled() {}
    }

    static AnchorSet bundled() {
        return Bundled.SET;
    }

    private static AnchorSet load() {
        PublicRootsTable table = new PublicRootsTable();
        BundledTable.read(PublicRootsTable.class, RESOURCE, table::line);
        return table.set();
    }

    static AnchorSet read(InputStream in) throws IOException {
        PublicRootsTable table = new PublicRootsTable();
        BundledTable.read(RESOURCE, in, table::line);
        return table.set();
    }

    private AnchorSet set() {
        if (date.isEmpty() || listings.isEmpty()) {
            throw new IllegalStateException(RESOURCE + " has no date or no row");
        }
        return new AnchorSet(label, anchors, listings, date);
    }

    private void line(String line) throws GeneralSecurityException {
        if (line.startsWith(DATE)) {
            date = Optional.of(LocalDate.parse(line.substring(DATE.length())));
            label = "public roots of " + date.get();
        } else if (!line.startsWith("#")) {
            row(BundledTable.columns(line, COLUMNS));
        }
    }

    private void row(String[] columns) throws GeneralSecurityException {
        PublicKeyHash hash = PublicKeyHash.fromHex(columns[0]);
        if (listings.put(hash, listing(columns[1], columns[2])) != null) {
            throw new IllegalArgumentException("a second row for " + columns[0]);
        }
        if (!columns[5].isEmpty()) {
            PublicKey key = PublicKeys.decode(Base64.getDecoder().decode(columns[5]));
            X500Principal subject = new X500Principal(Base64.getDecoder().decode(columns[4]));
            anchors.add(Anchor.of(label, subject, key, hash));
        }
    }

    private static Listing listing(String status, String distrustAfter) {
        return switch (status) {
            case "current" -> Listing.CURRENT;
            case "legacy" -> new Listing(AnchorClass.PUBLIC_LEGACY, Optional.empty());
            case "distrusted-after" ->
                new Listing(AnchorClass.PUBLIC_DISTRUSTED_AFTER, Optional.of(Instant.parse(distrustAfter)));
            default -> throw new IllegalArgumentException("unknown status " + status);
        };
    }
}
