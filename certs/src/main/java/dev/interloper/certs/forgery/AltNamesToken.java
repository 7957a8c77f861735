package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.name.SubjectAltName;
import dev.interloper.certs.name.SubjectAltNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms of a leaf's names, as in the text form of a print: how many of which kind, and what is odd about them. */
final class AltNamesToken {
    /** Names that are looked at; a leaf for a whole platform has more, and no other shape. */
    private static final int MAX = 100;

    private AltNamesToken() {}

    static String of(SubjectAltNames alternative, String commonName) {
        if (!alternative.present()) {
            return "-";
        }
        List<SubjectAltName> names = alternative.names();
        List<SubjectAltName> some = names.subList(0, Math.min(MAX, names.size()));
        List<String> parts = new ArrayList<>();
        for (SubjectAltName.Kind kind : SubjectAltName.Kind.values()) {
            long count = some.stream().filter(n -> n.kind() == kind).count();
            if (count > 0) {
                String letter = kind.name().toLowerCase(Locale.ROOT);
                parts.add(letter + (count > 2 ? "3+" : Long.toString(count)));
            }
        }
        if (!some.isEmpty() && some.get(0).value().equalsIgnoreCase(commonName)) {
            parts.add("cn-first");
        }
        marks(some, parts);
        return parts.isEmpty() ? "none" : String.join(",", parts);
    }

    private static void marks(List<SubjectAltName> names, List<String> parts) {
        Set<String> seen = new HashSet<>();
        boolean wildcard = false;
        boolean addressAsName = false;
        boolean twice = false;
        for (SubjectAltName name : names) {
            boolean dns = name.kind() == SubjectAltName.Kind.DNS;
            wildcard |= dns && name.value().startsWith("*.");
            addressAsName |= dns
                    && SubjectShape.mayBeAddress(name.value())
                    && ServerName.parse(name.value()).isIp();
            twice |= !seen.add(name.value());
        }
        if (wildcard) {
            parts.add("wildcard");
        }
        if (addressAsName) {
            parts.add("ip-as-dns");
        }
        if (twice) {
            parts.add("twice");
        }
    }
}
