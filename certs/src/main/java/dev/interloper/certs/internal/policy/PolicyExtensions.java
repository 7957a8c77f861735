package dev.interloper.certs.internal.policy;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The four policy extensions of a certificate (RFC 5280 4.2.1.4, 4.2.1.5, 4.2.1.11, 4.2.1.14). */
public final class PolicyExtensions {
    public static final String ANY_POLICY = "2.5.29.32.0";
    public static final String POLICY_CONSTRAINTS = "2.5.29.36";
    public static final String INHIBIT_ANY_POLICY = "2.5.29.54";

    private static final String POLICY_MAPPINGS = "2.5.29.33";

    /** Policies, and mappings, of one certificate that are read. */
    private static final int MAX = 512;

    private static final int REQUIRE_EXPLICIT_POLICY = 0x80;
    private static final int INHIBIT_POLICY_MAPPING = 0x81;

    private final CertificateStructure certificate;
    private final Optional<Set<String>> policies;
    private final Map<String, Set<String>> mappings = new LinkedHashMap<>();
    private final OptionalInt requireExplicitPolicy;
    private final OptionalInt inhibitPolicyMapping;
    private final OptionalInt inhibitAnyPolicy;
    private boolean repeated;
    private boolean tooMany;

    private PolicyExtensions(CertificateStructure certificate) throws DerException {
        this.certificate = certificate;
        Optional<RawExtension> present = certificate.extension(Oids.CERTIFICATE_POLICIES);
        policies = present.isPresent() ? Optional.of(policies(present.get().value())) : Optional.empty();
        Optional<RawExtension> mapped = certificate.extension(POLICY_MAPPINGS);
        if (mapped.isPresent()) {
            readMappings(mapped.get().value());
        }
        Optional<RawExtension> constraints = certificate.extension(POLICY_CONSTRAINTS);
        if (constraints.isPresent()) {
            DerCursor fields = constraints.get().value().enter(DerCursor.SEQUENCE);
            requireExplicitPolicy = skipCerts(fields, REQUIRE_EXPLICIT_POLICY);
            inhibitPolicyMapping = skipCerts(fields, INHIBIT_POLICY_MAPPING);
        } else {
            requireExplicitPolicy = OptionalInt.empty();
            inhibitPolicyMapping = OptionalInt.empty();
        }
        Optional<RawExtension> any = certificate.extension(INHIBIT_ANY_POLICY);
        inhibitAnyPolicy = any.isPresent() ? skipCerts(any.get().value(), DerCursor.INTEGER) : OptionalInt.empty();
    }

    public static PolicyExtensions of(CertificateStructure certificate) throws DerException {
        return new PolicyExtensions(certificate);
    }

    private Set<String> policies(DerCursor value) throws DerException {
        Set<String> read = new LinkedHashSet<>();
        DerCursor list = value.enter(DerCursor.SEQUENCE);
        while (list.hasMore()) {
            if (read.size() == MAX) {
                tooMany = true;
                return read;
            }
            String policy = Oids.decode(
                    list.enter(DerCursor.SEQUENCE).enter(DerCursor.OID).rest());
            repeated |= !read.add(policy);
        }
        return read;
    }

    private void readMappings(DerCursor value) throws DerException {
        DerCursor list = value.enter(DerCursor.SEQUENCE);
        for (int read = 0; list.hasMore(); read++) {
            if (read == MAX) {
                tooMany = true;
                return;
            }
            DerCursor pair = list.enter(DerCursor.SEQUENCE);
            String issuers = Oids.decode(pair.enter(DerCursor.OID).rest());
            String subjects = Oids.decode(pair.enter(DerCursor.OID).rest());
            mappings.computeIfAbsent(issuers, key -> new LinkedHashSet<>()).add(subjects);
        }
    }

    /** A number of certificates; what is larger than any path counts as the largest number. */
    private static OptionalInt skipCerts(DerCursor fields, int tag) throws DerException {
        if (fields.peekTag() != tag && tag != DerCursor.INTEGER) {
            return OptionalInt.empty();
        }
        byte[] octets = fields.enter(tag).rest();
        if (octets.length == 0 || octets[0] < 0) {
            throw new DerException(0, "a number of certificates that is none");
        }
        int value = 0;
        for (byte octet : octets) {
            value = value > 0xffff ? Integer.MAX_VALUE : value << 8 | (octet & 0xff);
        }
        return OptionalInt.of(value);
    }

    /** The policies in their order; empty when the certificate has no such extension. */
    public Optional<Set<String>> policies() {
        return policies;
    }

    /** Policies of the issuer, each with those of the subject that stand for it. */
    public Map<String, Set<String>> mappings() {
        return mappings;
    }

    public OptionalInt requireExplicitPolicy() {
        return requireExplicitPolicy;
    }

    public OptionalInt inhibitPolicyMapping() {
        return inhibitPolicyMapping;
    }

    public OptionalInt inhibitAnyPolicy() {
        return inhibitAnyPolicy;
    }

    /** Whether anyPolicy is mapped, to or from, which it may not be. */
    public boolean mapsAnyPolicy() {
        return mappings.containsKey(ANY_POLICY)
                || mappings.values().stream().anyMatch(subjects -> subjects.contains(ANY_POLICY));
    }

    /** Whether a policy is listed twice. */
    public boolean repeated() {
        return repeated;
    }

    /** Whether there are more policies or mappings than are read. */
    public boolean tooMany() {
        return tooMany;
    }

    /** Whether policy constraints are there and constrain nothing. */
    public boolean hasEmptyConstraints() {
        return certificate.extension(POLICY_CONSTRAINTS).isPresent()
                && requireExplicitPolicy.isEmpty()
                && inhibitPolicyMapping.isEmpty();
    }

    /** Whether the extension is there and not marked critical. */
    public boolean isNotCritical(String oid) {
        return certificate.extension(oid).map(e -> !e.critical()).orElse(false);
    }
}
