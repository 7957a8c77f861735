package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.GeneralName;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an authority's certificate says of names below it (RFC 5280 4.2.1.10). What does not parse becomes subtrees that
 * cannot be applied, so that it is not overlooked. Not thread-safe while it is read, immutable afterwards.
 */
final class NameConstraints {
    /** More subtrees than any authority has; with more, none can be applied. */
    private static final int MOST = 100_000;

    private static final int PERMITTED = 0xa0;
    private static final int EXCLUDED = 0xa1;
    private static final int CONSTRUCTED = 0x20;

    private final boolean present;
    private final List<Subtree> permitted = new ArrayList<>();
    private final List<Subtree> excluded = new ArrayList<>();
    private Optional<String> malformation = Optional.empty();

    private NameConstraints(boolean present) {
        this.present = present;
    }

    static NameConstraints of(CertificateStructure structure) {
        Optional<RawExtension> extension = structure.extension(Oids.NAME_CONSTRAINTS);
        NameConstraints constraints = new NameConstraints(extension.isPresent());
        extension.ifPresent(constraints::read);
        return constraints;
    }

    private void read(RawExtension extension) {
        try {
            DerCursor fields = extension.value().enter(DerCursor.SEQUENCE);
            while (fields.hasMore()) {
                int tag = fields.peekTag();
                DerCursor subtrees = fields.enter();
                if ((tag | CONSTRUCTED) == PERMITTED) {
                    subtrees(subtrees, permitted);
                } else if ((tag | CONSTRUCTED) == EXCLUDED) {
                    subtrees(subtrees, excluded);
                } else {
                    malformed(String.format("a field of tag %02x", tag));
                }
            }
        } catch (DerException e) {
            malformed(String.valueOf(e.getMessage()));
            excluded.add(new UnusableSubtree(GeneralName.DNS));
            excluded.add(new UnusableSubtree(GeneralName.IP));
            excluded.add(new UnusableSubtree(GeneralName.EMAIL));
            excluded.add(new UnusableSubtree(GeneralName.DIRECTORY));
            excluded.add(new UnusableSubtree(GeneralName.URI));
        }
    }

    private void subtrees(DerCursor sequence, List<Subtree> into) throws DerException {
        while (sequence.hasMore()) {
            if (into.size() == MOST) {
                throw new DerException(0, "more than " + MOST + " subtrees");
            }
            DerCursor subtree = sequence.enter(DerCursor.SEQUENCE);
            GeneralName base = GeneralName.next(subtree);
            if (subtree.hasMore() && !isDefaultMinimum(subtree)) {
                malformed("a subtree with a minimum or maximum");
                into.add(new UnusableSubtree(base.tag()));
            } else {
                into.add(subtree(base));
            }
        }
    }

    private static boolean isDefaultMinimum(DerCursor subtree) throws DerException {
        byte[] minimum = subtree.peekTag() == 0x80 ? subtree.enter().rest() : new byte[0];
        return minimum.length == 1 && minimum[0] == 0 && !subtree.hasMore();
    }

    private Subtree subtree(GeneralName base) {
        String text = base.text();
        return switch (base.tag()) {
            case GeneralName.DNS -> host(base);
            case GeneralName.EMAIL ->
                EmailSubtree.isWellFormed(text)
                        ? new EmailSubtree(text)
                        : malformed("the address " + NameSyntax.printable(base), base);
            case GeneralName.URI ->
                text.isEmpty() || HostSubtrees.isWellFormed(text)
                        ? new UriSubtree(text)
                        : malformed("the URI's host " + NameSyntax.printable(base), base);
            case GeneralName.IP ->
                IpSubtree.isWellFormed(base.content())
                        ? new IpSubtree(base.content())
                        : malformed("a network of " + base.content().length + " octets not in CIDR form", base);
            case GeneralName.DIRECTORY ->
                RelativeNames.canonical(base.content())
                        .<Subtree>map(DirectorySubtree::new)
                        .orElseGet(() -> malformed("a directory name that does not parse", base));
            default -> unusable(base);
        };
    }

    /** A leading dot is not in the RFC and in many certificates: told, and applied as it was meant. */
    private Subtree host(GeneralName base) {
        String text = base.text();
        if (DnsSubtree.isWellFormed(text)) {
            return new DnsSubtree(text);
        }
        malformed("the host name " + NameSyntax.printable(base));
        boolean leadingDot = text.startsWith(".") && DnsSubtree.isWellFormed(text.substring(1));
        return leadingDot ? new DnsSubtree(text) : unusable(base);
    }

    private Subtree malformed(String what, GeneralName base) {
        malformed(what);
        return unusable(base);
    }

    private static Subtree unusable(GeneralName base) {
        return new UnusableSubtree(base.tag());
    }

    private void malformed(String what) {
        if (malformation.isEmpty()) {
            malformation = Optional.of(what);
        }
    }

    /** Whether the extension is there and constrains nothing. */
    boolean isEmpty() {
        return present && permitted.isEmpty() && excluded.isEmpty();
    }

    boolean present() {
        return present;
    }

    /** The first thing that is not well formed. */
    Optional<String> malformation() {
        return malformation;
    }

    List<Subtree> permitted() {
        return permitted;
    }

    List<Subtree> excluded() {
        return excluded;
    }
}
