package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.SafeText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A name of a certificate, prepared to be compared with many subtrees. Immutable. */
final class ConstrainedName {
    private static final String WILDCARD = "*.";

    private final int tag;
    private final String text;
    private final byte[] content;
    private final List<String> directory;
    private final boolean comparable;

    private ConstrainedName(int tag, String text, byte[] content, List<String> directory, boolean comparable) {
        this.tag = tag;
        this.text = text;
        this.content = content;
        this.directory = directory;
        this.comparable = comparable;
    }

    static ConstrainedName of(GeneralName name) {
        return switch (name.tag()) {
            case GeneralName.DNS ->
                new ConstrainedName(name.tag(), name.text().toLowerCase(Locale.ROOT), name.content(), List.of(), true);
            case GeneralName.EMAIL ->
                new ConstrainedName(
                        name.tag(), name.text(), name.content(), List.of(), NameSyntax.isMailbox(name.text()));
            case GeneralName.URI -> {
                String host = UriHost.of(name.text());
                yield new ConstrainedName(name.tag(), host, name.content(), List.of(), !host.isEmpty());
            }
            case GeneralName.IP -> {
                int length = name.content().length;
                yield new ConstrainedName(name.tag(), "", name.content(), List.of(), length == 4 || length == 16);
            }
            case GeneralName.DIRECTORY -> directory(name.content());
            default -> new ConstrainedName(name.tag(), "", name.content(), List.of(), false);
        };
    }

    private static ConstrainedName directory(byte[] name) {
        return RelativeNames.canonical(name)
                .map(names -> new ConstrainedName(GeneralName.DIRECTORY, "", name, names, true))
                .orElseGet(() -> new ConstrainedName(GeneralName.DIRECTORY, "", name, List.of(), false));
    }

    /** All that name constraints look at: the subject, the alternative names, and addresses in the subject of old. */
    static List<ConstrainedName> of(CertificateFacts certificate) {
        List<ConstrainedName> all = new ArrayList<>();
        byte[] subject = certificate.structure().subject();
        if (!CertificateStructure.isEmptyName(subject)) {
            all.add(directory(subject));
        }
        boolean hasEmail = false;
        for (GeneralName name : certificate.names().alternatives()) {
            all.add(of(name));
            hasEmail |= name.tag() == GeneralName.EMAIL;
        }
        if (!hasEmail) {
            for (String address : RelativeNames.emailAddresses(subject)) {
                all.add(new ConstrainedName(
                        GeneralName.EMAIL, address, new byte[0], List.of(), NameSyntax.isMailbox(address)));
            }
        }
        return all;
    }

    int tag() {
        return tag;
    }

    /** Whether it is well formed enough to be compared. */
    boolean comparable() {
        return comparable;
    }

    /** A host name in lower case, a mailbox, or a URI's host. */
    String text() {
        return text;
    }

    byte[] address() {
        return content;
    }

    /** Relative distinguished names in canonical form. */
    List<String> directory() {
        return directory;
    }

    boolean isWildcard() {
        return text.startsWith(WILDCARD);
    }

    /** The text without a leading wildcard label. */
    String withoutWildcard() {
        return isWildcard() ? text.substring(WILDCARD.length()) : text;
    }

    String printable() {
        return switch (tag) {
            case GeneralName.DIRECTORY -> "the subject or directory name";
            case GeneralName.URI -> "the URI's host " + SafeText.escape(text);
            case GeneralName.IP -> "the address #" + HexFormat.of().formatHex(content);
            case GeneralName.DNS, GeneralName.EMAIL -> SafeText.escape(text);
            default -> "a name of kind " + (tag & 0x1f);
        };
    }
}
