package dev.interloper.core.page;

import dev.interloper.core.product.Strength;
import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages with which proxies, block lists and captive portals answer. A page is a product's if one strong marker of it is there, or weak
 * ones in two places; that a reply went through a cache proves nothing. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PageCatalog {

    private static final List<String> COLUMNS =
            List.of("product", "kind", "strength", "place", "match", "marker", "date", "source");
    private static final List<String> PLACES = List.of("status", "location", "title", "body");
    private static final String HEADER = "header ";
    private static final int ENOUGH_PLACES = 2;

    private final List<PagePattern> patterns;

    private PageCatalog(List<PagePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * The catalogue that comes with the library.
     *
     * @return the rows of {@code pages.tsv}
     */
    public static PageCatalog bundled() {
        return Bundled.CATALOG;
    }

    /** Read once, when first asked for. */
    private static final class Bundled {
        static final PageCatalog CATALOG = Table.bundled(PageCatalog.class, "pages.tsv", PageCatalog::parse);
    }

    /**
     * Reads a table in the format of {@code pages.tsv}.
     *
     * @param reader gives the table
     * @param file what it is called in messages
     * @return the catalogue
     * @throws TableException if a row is not as it must be; the message says file, line and what was expected
     * @throws IOException if it cannot be read
     */
    public static PageCatalog parse(Reader reader, String file) throws IOException {
        List<PagePattern> patterns = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            patterns.add(pattern(row));
        }
        return new PageCatalog(patterns);
    }

    private static PagePattern pattern(Row row) throws TableException {
        Strength strength = row.constant(Strength.class, "strength");
        String place = row.text("place");
        if (!PLACES.contains(place) && !place.startsWith(HEADER)) {
            throw row.expected("one of " + PLACES + " or " + HEADER + "NAME", "place");
        }
        return new PagePattern(
                row.text("product"),
                row.constant(PageKind.class, "kind"),
                strength != Strength.WEAK,
                place,
                row.constant(PagePattern.Match.class, "match"),
                row.text("marker"),
                row.text("source"));
    }

    /**
     * This catalogue and another.
     *
     * @param other more rows
     * @return both
     */
    public PageCatalog plus(PageCatalog other) {
        List<PagePattern> all = new ArrayList<>(patterns);
        all.addAll(other.patterns);
        return new PageCatalog(all);
    }

    /**
     * Tells whose page a reply is.
     *
     * @param reply the reply
     * @return empty if nobody's that is known, or a service's before the server
     */
    public Optional<PageFinding> recognise(HttpReply reply) {
        Map<String, List<PageMatch>> byProduct = new LinkedHashMap<>();
        for (PagePattern pattern : patterns) {
            pattern.find(reply)
                    .ifPresent(match -> byProduct
                            .computeIfAbsent(match.product(), name -> new ArrayList<>())
                            .add(match));
        }
        PageFinding best = null;
        for (Map.Entry<String, List<PageMatch>> found : byProduct.entrySet()) {
            if (!isEnough(found.getValue())) {
                continue;
            }
            PageKind kind = kind(found.getValue());
            if (kind == PageKind.NOT_A_PROXY) {
                return Optional.empty();
            }
            if (best == null || found.getValue().size() > best.markers().size()) {
                best = new PageFinding(found.getKey(), kind, found.getValue());
            }
        }
        return best == null ? byStatus(reply) : Optional.of(best);
    }

    private static boolean isEnough(List<PageMatch> matches) {
        return matches.stream().anyMatch(PageMatch::strong)
                || matches.stream().map(PageMatch::place).distinct().count() >= ENOUGH_PLACES;
    }

    /** What says most: that access is blocked, before that something went wrong, before a mere name. */
    private static PageKind kind(List<PageMatch> matches) {
        PageKind most = PageKind.MENTION;
        for (PageMatch match : matches) {
            if (match.kind() == PageKind.NOT_A_PROXY) {
                return PageKind.NOT_A_PROXY;
            }
            if (match.kind().compareTo(most) < 0) {
                most = match.kind();
            }
        }
        return most;
    }

    private static Optional<PageFinding> byStatus(HttpReply reply) {
        return switch (reply.status()) {
            case 407 -> Optional.of(new PageFinding("", PageKind.AUTHENTICATION, List.of()));
            case 451 -> Optional.of(new PageFinding("", PageKind.BLOCK, List.of()));
            case 511 -> Optional.of(new PageFinding("", PageKind.CAPTIVE, List.of()));
            default -> Optional.empty();
        };
    }

    List<PagePattern> patterns() {
        return patterns;
    }
}
