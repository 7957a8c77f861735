package dev.interloper.certs.name;

import dev.interloper.certs.name.PublicSuffix.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where, in a DNS name, the part ends that belongs to everybody: Mozilla's Public Suffix List.
 *
 * <pre>{@code
 * PublicSuffixes suffixes = PublicSuffixes.bundled();
 * suffixes.registrableDomain("www.example.co.uk"); // example.co.uk
 * suffixes.covers("*.co.uk");                      // ICANN: this wildcard is for everybody's names
 * }</pre>
 *
 * <p>Names are taken in any letter case, with or without a trailing dot, as A-labels or in Unicode; what is no host name,
 * or is an IP address, has no suffix. The list is older than some suffixes: whoever needs the newest reads it with
 * {@link #read}. Immutable and thread-safe.
 *
 * @see <a href="https://github.com/publicsuffix/list/wiki/Format">Public Suffix List, format and algorithm</a>
 * @since 0.1
 */
public final class PublicSuffixes {
    private static final String RESOURCE = "public-suffixes.dat";

    private final SuffixRules icann;
    private final SuffixRules registrants;
    private final Optional<LocalDate> date;

    PublicSuffixes(SuffixRules icann, SuffixRules registrants, Optional<LocalDate> date) {
        this.icann = icann;
        this.registrants = registrants;
        this.date = date;
    }

    /** Loads at first use, once. */
    private static final class Bundled {
        static final PublicSuffixes LIST = load();

        private Bundled() {}

        private static PublicSuffixes load() {
            try (InputStream in = PublicSuffixes.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is missing from the library");
                }
                return read(RESOURCE, in);
            } catch (IOException e) {
                throw new IllegalStateException(RESOURCE + " cannot be read", e);
            }
        }
    }

    /**
     * The list that comes with the library; {@link #date()} says how old it is. It is read at the first call.
     *
     * @return the list, always the same one
     * @throws IllegalStateException if the list is damaged
     */
    public static PublicSuffixes bundled() {
        return Bundled.LIST;
    }

    /**
     * Reads a list in its published format, such as {@code public_suffix_list.dat}.
     *
     * @param source the list's name, for errors; not null
     * @param in the list in UTF-8; read to its end, not closed; not null
     * @return the list
     * @throws PublicSuffixListException if it has no rule, a rule that is none, or more than 16 MiB
     * @throws IOException if it cannot be read
     */
    public static PublicSuffixes read(String source, InputStream in) throws IOException {
        Objects.requireNonNull(source, "source");
        return new PublicSuffixListReader(source).read(in);
    }

    /**
     * The version of the list.
     *
     * @return its date; empty when the list does not say
     */
    public Optional<LocalDate> date() {
        return date;
    }

    /**
     * How many rules the list has.
     *
     * @return the number, of both sections
     */
    public int size() {
        return icann.size() + registrants.size();
    }

    /**
     * Whether a name as a whole is a public suffix by a rule of the list, of either section.
     *
     * @param name a DNS name; not null
     * @return true if a rule says so; false for a single label that the list does not know, for which {@link #suffixOf}
     *     answers {@link Section#UNLISTED}
     */
    public boolean isPublicSuffix(String name) {
        String asked = normalize(name);
        return find(asked)
                .filter(s -> s.section() != Section.UNLISTED && s.name().equals(asked))
                .isPresent();
    }

    /**
     * The public suffix in which a name ends, the name itself included.
     *
     * @param name a DNS name; not null
     * @return the longest suffix; of section {@link Section#UNLISTED} when no rule matches; empty when the text is no
     *     host name
     */
    public Optional<PublicSuffix> suffixOf(String name) {
        return find(normalize(name));
    }

    /**
     * The part of a name that somebody registered: its public suffix and one label more.
     *
     * @param name a DNS name; not null
     * @return the domain as A-labels in lower case; empty when the name is itself a public suffix or no host name
     */
    public Optional<String> registrableDomain(String name) {
        String asked = normalize(name);
        return find(asked).map(PublicSuffix::name).flatMap(suffix -> {
            int labels = asked.length() - suffix.length() - 1; // the end of what stands before the suffix
            return labels <= 0
                    ? Optional.empty()
                    : Optional.of(asked.substring(asked.lastIndexOf('.', labels - 1) + 1));
        });
    }

    /**
     * Whether a wildcard stands for names of unrelated parties: {@code *.co.uk}, since {@code co.uk} is a public suffix,
     * and {@code *.ck}, since each name under {@code ck} is one.
     *
     * @param pattern a name such as {@code *.example.com}; not null
     * @return the section of the rule, {@link Section#UNLISTED} for a wildcard right under a label that the list does
     *     not know; empty when it covers no public suffix or is no wildcard
     */
    public Optional<Section> covers(String pattern) {
        if (!pattern.startsWith("*.")) {
            return Optional.empty();
        }
        String base = normalize(pattern.substring(2));
        Optional<Section> below = base.isEmpty() ? Optional.empty() : sectionOf("*." + base);
        return below.or(() -> find(base).filter(s -> s.name().equals(base)).map(PublicSuffix::section));
    }

    private static String normalize(String name) {
        ServerName parsed = ServerName.parse(name);
        return parsed.isIp() ? "" : parsed.normalized();
    }

    /** An exception goes before all rules, and a longer rule before a shorter one. */
    private Optional<PublicSuffix> find(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (String suffix = name; !suffix.isEmpty(); suffix = parent(suffix)) {
            Optional<Section> exception = sectionOf("!" + suffix);
            if (exception.isPresent()) {
                return Optional.of(new PublicSuffix(parent(suffix), exception.get()));
            }
        }
        String last = name;
        for (String suffix = name; !suffix.isEmpty(); suffix = parent(suffix)) {
            String parent = parent(suffix);
            Optional<Section> rule = sectionOf(suffix);
            if (rule.isEmpty() && !parent.isEmpty()) {
                rule = sectionOf("*." + parent);
            }
            if (rule.isPresent()) {
                return Optional.of(new PublicSuffix(suffix, rule.get()));
            }
            last = suffix;
        }
        return Optional.of(new PublicSuffix(last, Section.UNLISTED));
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private Optional<Section> sectionOf(String rule) {
        if (icann.contains(rule)) {
            return Optional.of(Section.ICANN);
        }
        return registrants.contains(rule) ? Optional.of(Section.PRIVATE) : Optional.empty();
    }

    /** How many rules there are, and of when. */
    @Override
    public String toString() {
        return size() + " public suffix rules" + date.map(d -> " of " + d).orElse("");
    }
}
