package dev.interloper.certs.name;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the published format: rules up to the first blank of a line, comments, and the marks of two sections. */
final class PublicSuffixListReader {
    private static final int MAX_SIZE = 16 << 20;
    private static final String PRIVATE_BEGINS = "// ===BEGIN PRIVATE DOMAINS";
    private static final String PRIVATE_ENDS = "// ===END PRIVATE DOMAINS";
    private static final List<String> DATES = List.of("// date: ", "// VERSION: ");
    private static final String DEFAULT_RULE = "*";
    private static final int DATE_LENGTH = "2023-02-09".length();

    private final String source;
    private final Set<String> icann = new HashSet<>();
    private final Set<String> registrants = new HashSet<>();
    private Optional<LocalDate> date = Optional.empty();
    private boolean inPrivate;

    PublicSuffixListReader(String source) {
        this.source = source;
    }

    PublicSuffixes read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_SIZE + 1);
        if (bytes.length > MAX_SIZE) {
            throw new PublicSuffixListException(source, 0, "it is larger than " + MAX_SIZE + " bytes");
        }
        int number = 0;
        for (String line : (Iterable<String>) new String(bytes, StandardCharsets.UTF_8).lines()::iterator) {
            number++;
            line(number, line.strip());
        }
        if (icann.isEmpty() && registrants.isEmpty()) {
            throw new PublicSuffixListException(source, number, "no rule up to the end of the list");
        }
        return new PublicSuffixes(SuffixRules.of(icann), SuffixRules.of(registrants), date);
    }

    private void line(int number, String line) throws PublicSuffixListException {
        if (line.startsWith(PRIVATE_BEGINS)) {
            inPrivate = true;
        } else if (line.startsWith(PRIVATE_ENDS)) {
            inPrivate = false;
        } else if (line.startsWith("//")) {
            date = date.or(() -> dateIn(line));
        } else if (!line.isEmpty() && !line.equals(DEFAULT_RULE)) {
            (inPrivate ? registrants : icann).add(rule(number, line.split("\\s", 2)[0]));
        }
    }

    private String rule(int number, String text) throws PublicSuffixListException {
        String mark = text.startsWith("!") ? "!" : text.startsWith("*.") ? "*." : "";
        ServerName name = ServerName.parse(text.substring(mark.length()));
        if (name.isIp() || name.kind() == ServerName.Kind.INVALID) {
            throw new PublicSuffixListException(source, number, "no rule for domain names: " + name);
        }
        return mark + name.normalized();
    }

    private static Optional<LocalDate> dateIn(String comment) {
        for (String mark : DATES) {
            if (comment.startsWith(mark) && comment.length() >= mark.length() + DATE_LENGTH) {
                try {
                    return Optional.of(LocalDate.parse(comment.substring(mark.length(), mark.length() + DATE_LENGTH)
                            .replace('_', '-')));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
