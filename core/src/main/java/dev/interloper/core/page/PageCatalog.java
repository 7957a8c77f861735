package dev.interloper.core.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        static final PageCatalog CATALOG = read();

        private static PageCatalog read() {
            try (Reader in = new InputStreamReader(
                    Objects.requireNonNull(PageCatalog.class.getResourceAsStream("pages.tsv"), "pages.tsv"),
                    StandardCharsets.UTF_8)) {
                return parse(in, "pages.tsv");
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled pages are damaged", e);
            }
        }
    }

    /**
     * Reads a table in the format of {@code pages.tsv}.
     *
     * @param reader gives the table
     * @param file what it is called in messages
     * @return the catalogue
     * @throws IOException if it cannot be read or a row is not as it must be; the message says file, line and what was expected
     */
    public static PageCatalog parse(Reader reader, String file) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<PagePattern> patterns = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(text.split("\t", -1));
            if (headed) {
                patterns.add(row(cells, file + ":" + number + ": "));
            } else if (cells.equals(COLUMNS)) {
                headed = true;
            } else {
                throw new IOException(file + ":" + number + ": expected the columns, separated by tabs: "
                        + String.join(" ", COLUMNS));
            }
        }
        return new PageCatalog(patterns);
    }

    private static PagePattern row(List<String> cells, String where) throws IOException {
        if (cells.size() != COLUMNS.size() || cells.contains("")) {
            throw new IOException(where + "expected " + COLUMNS.size() + " cells, none of them empty");
        }
        String strength = cells.get(2);
        if (!strength.equals("strong") && !strength.equals("weak")) {
            throw new IOException(where + "expected strong or weak, found " + strength);
        }
        String place = cells.get(3);
        if (!List.of("status", "location", "title", "body").contains(place) && !place.startsWith("header ")) {
            throw new IOException(where + "expected status, location, title, body or header NAME, found " + place);
        }
        return new PagePattern(
                cells.get(0),
                constant(PageKind.class, cells.get(1), where),
                strength.equals("strong"),
                place,
                constant(PagePattern.Match.class, cells.get(4), where),
                cells.get(5),
                cells.get(7));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String where) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return constant;
            }
        }
        throw new IOException(where + "expected a " + type.getSimpleName() + ", found " + name);
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
