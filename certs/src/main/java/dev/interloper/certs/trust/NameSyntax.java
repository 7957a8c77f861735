package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.SafeText;
import java.util.HexFormat;

/** Whether names are written as RFC 5280 4.2.1.6 asks. Wildcards are left to {@link WildcardRule}. */
final class NameSyntax {
    private static final int MAX_HOST = 253;
    private static final int MAX_LABEL = 63;

    private NameSyntax() {}

    static boolean isWellFormed(GeneralName name) {
        return switch (name.tag()) {
            case GeneralName.DNS -> isHost(name.text());
            case GeneralName.IP -> name.content().length == 4 || name.content().length == 16;
            case GeneralName.EMAIL -> isMailbox(name.text());
            case GeneralName.URI -> isAbsoluteUri(name.text());
            default -> true;
        };
    }

    /** The preferred name syntax, asterisks let through; no address, whose last label is a number (RFC 1123 2.1). */
    static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > MAX_HOST || endsInNumber(text)) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsInNumber(String text) {
        return text.substring(text.lastIndexOf('.') + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        return label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '*');
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A local part, which may hold an at sign only in quotes, and a host. */
    static boolean isMailbox(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0 || text.indexOf('*', at) >= 0 || !isHost(text.substring(at + 1))) {
            return false;
        }
        String local = text.substring(0, at);
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        return isPrintable(local) && (quoted || local.chars().noneMatch(c -> c == '@' || c == ' '));
    }

    private static boolean isAbsoluteUri(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && text.indexOf(' ') < 0
                && isPrintable(text)
                && text.substring(0, colon)
                        .chars()
                        .allMatch(c -> isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The name for sentences. */
    static String printable(GeneralName name) {
        return switch (name.tag()) {
            case GeneralName.DNS -> "DNS:" + SafeText.escape(name.text());
            case GeneralName.EMAIL -> "email:" + SafeText.escape(name.text());
            case GeneralName.URI -> "URI:" + SafeText.escape(name.text());
            case GeneralName.IP -> "IP:#" + shortened(HexFormat.of().formatHex(name.content()));
            default -> "of kind " + (name.tag() & 0x1f);
        };
    }

    private static String shortened(String hex) {
        return hex.length() <= 64 ? hex : hex.substring(0, 64) + "…";
    }
}
