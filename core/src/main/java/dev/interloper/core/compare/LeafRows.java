package dev.interloper.core.compare;

import dev.interloper.certs.forgery.Fate;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.certs.forgery.LeafField;
import dev.interloper.certs.transparency.TransparencyReport;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.compare.Rows.Remark;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two chains, and their leaves field by field. */
final class LeafRows {

    /** What an authority puts into a leaf, and an engine mostly does not copy. */
    private static final Set<LeafField> MARKS = Set.of(
            LeafField.AUTHORITY_INFO_ACCESS,
            LeafField.CRL_DISTRIBUTION_POINTS,
            LeafField.CERTIFICATE_POLICIES,
            LeafField.SCTS);

    private final Observation seen;
    private final Observation reference;
    private final @Nullable ForgeryComparison fates;
    private final Rows rows;

    private LeafRows(Observation seen, Observation reference, @Nullable ForgeryComparison fates, Rows rows) {
        this.seen = seen;
        this.reference = reference;
        this.fates = fates;
        this.rows = rows;
    }

    static void add(Rows rows, Observation seen, Observation reference, Optional<ForgeryComparison> fates) {
        new LeafRows(seen, reference, fates.orElse(null), rows).add();
    }

    private void add() {
        rows.add(
                Aspect.ANCHOR,
                seen.trust().map(LeafRows::anchor),
                reference.trust().map(LeafRows::anchor),
                () -> foreign()
                        ? Remark.matters("whoever holds the reference's certificate has no need of another authority's")
                        : Remark.innocent(
                                seen.isPubliclyAnchored()
                                        ? "public as well: a renewed certificate, or another edge"
                                        : ""));
        rows.add(Aspect.CHAIN_LENGTH, length(seen), length(reference), () -> Remark.NONE);
        rows.add(
                Aspect.TIMESTAMPS,
                timestamps(seen),
                timestamps(reference),
                () -> seen.transparency().map(report -> report.forged() > 0).orElse(false)
                        ? Remark.matters("copied: the logs promised them for another certificate")
                        : Remark.NONE);
        for (LeafField field : LeafField.values()) {
            field(field);
        }
    }

    /** The reference is the server's own and this one is not public, and the reference's issuer did not sign it either. */
    private boolean foreign() {
        boolean genuine = reference.isPubliclyAnchored() || seen.referenceStanding() == ReferenceStanding.GENUINE;
        return genuine && !seen.isPubliclyAnchored() && isOtherIssuers();
    }

    private boolean isOtherIssuers() {
        return fates != null && !fates.sameKey() && fates.issuerTie() != IssuerTie.SAME_KEY;
    }

    private static String anchor(TrustReport trust) {
        String kind = trust.anchorClass().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return trust.anchor()
                .map(anchor -> anchor.name().printable() + " (" + kind + ")")
                .orElse("no known root");
    }

    private static Optional<String> length(Observation observation) {
        int length = observation.chain().size();
        return length == 0 ? Optional.empty() : Optional.of(length + (length == 1 ? " certificate" : " certificates"));
    }

    /** Timestamps of a chain that a public root vouches for are not checked: nothing hangs on them. */
    private static Optional<String> timestamps(Observation observation) {
        return observation
                .forgePrint()
                .map(leaf -> observation
                        .transparency()
                        .filter(report -> !report.results().isEmpty())
                        .map(LeafRows::counted)
                        .orElse(leaf.hasEmbeddedScts() ? "embedded, not checked" : "none"));
    }

    private static String counted(TransparencyReport report) {
        return report.verified() + " of " + report.results().size() + " verify"
                + (report.forged() > 0 ? ", " + report.forged() + " made for another certificate" : "");
    }

    private void field(LeafField field) {
        Fate fate = fates == null ? Fate.CHANGED : fates.fates().getOrDefault(field, Fate.ABSENT);
        if (fate == Fate.ABSENT) {
            return;
        }
        Function<ForgePrint, String> value = leaf -> text(field, leaf);
        rows.add(
                Aspect.of(field),
                seen.forgePrint().map(value).orElse(null),
                reference.forgePrint().map(value).orElse(null),
                fate == Fate.KEPT,
                () -> fates == null ? Remark.NONE : remark(field, fate, fates));
    }

    private Remark remark(LeafField field, Fate fate, ForgeryComparison leaves) {
        if (leaves.sameCertificate()) {
            return Remark.NONE;
        }
        boolean copies = isOtherIssuers() && !seen.isPubliclyAnchored();
        if (fate == Fate.REWRITTEN) {
            return Remark.innocent("the same in another form");
        }
        return switch (field) {
            case SERIAL -> serial(leaves, copies);
            case NOT_BEFORE, NOT_AFTER ->
                copies && leaves.validityCopied()
                        ? Remark.matters("the same to the second although the issuers differ: copied")
                        : Remark.NONE;
            case ISSUER -> issuer(leaves);
            case KEY ->
                foreign() && leaves.otherKindOfKey()
                        ? Remark.matters("another kind of key")
                        : Remark.innocent(leaves.sameKey() ? "" : "a renewed certificate mostly has a new key too");
            default ->
                fate == Fate.DROPPED && MARKS.contains(field) && foreign()
                        ? Remark.matters("lost, as engines lose what they do not copy")
                        : Remark.NONE;
        };
    }

    private static Remark serial(ForgeryComparison leaves, boolean copies) {
        if (copies && leaves.changedSerialBits().isPresent()) {
            int bits = leaves.changedSerialBits().getAsInt();
            return Remark.matters(bits == 0 ? "copied" : "only the last " + bits + " bits differ: made from the other");
        }
        return Remark.NONE;
    }

    private Remark issuer(ForgeryComparison leaves) {
        if (leaves.issuerTie() == IssuerTie.SAME_NAME_OTHER_KEY && !seen.isPubliclyAnchored()) {
            return Remark.matters("the same name, but the reference's issuer did not sign it");
        }
        return foreign() && leaves.issuerTie() == IssuerTie.OTHER_NAME
                ? Remark.matters("not the authority that the server has its certificate from")
                : Remark.NONE;
    }

    private static String text(LeafField field, ForgePrint leaf) {
        return switch (field) {
            case SERIAL -> leaf.serial().value().toString(16);
            case SIGNATURE_ALGORITHM -> leaf.signatureAlgorithm();
            case ISSUER -> leaf.issuer().printable();
            case NOT_BEFORE -> leaf.notBefore().toString();
            case NOT_AFTER -> leaf.notAfter().toString();
            case SUBJECT -> leaf.subject().printable();
            case KEY ->
                leaf.keyBits() + "-bit " + leaf.keyAlgorithm() + " "
                        + leaf.keyHash().hex().substring(0, 16) + "…";
            case ALTERNATIVE_NAMES ->
                leaf.subjectAltNames().names().isEmpty()
                        ? "none"
                        : leaf.subjectAltNames().names().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "));
            case SUBJECT_KEY_ID -> presence(leaf.hasSubjectKeyId());
            case AUTHORITY_KEY_ID -> presence(leaf.hasAuthorityKeyId());
            case AUTHORITY_INFO_ACCESS -> presence(leaf.hasAuthorityInfoAccess());
            case CRL_DISTRIBUTION_POINTS -> presence(leaf.hasCrlDistributionPoints());
            case CERTIFICATE_POLICIES -> presence(leaf.hasCertificatePolicies());
            case SCTS -> presence(leaf.hasEmbeddedScts());
            case KEY_USAGE -> presence(leaf.extensionOids().contains("2.5.29.15"));
            case EXTENDED_KEY_USAGE -> presence(leaf.extensionOids().contains("2.5.29.37"));
            case BASIC_CONSTRAINTS -> presence(leaf.extensionOids().contains("2.5.29.19"));
        };
    }

    private static String presence(boolean there) {
        return there ? "there" : "none";
    }
}
