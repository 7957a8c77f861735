package dev.interloper.certs.internal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers that more than one package asks for. */
public final class Oids {
    public static final String SUBJECT_KEY_ID = "2.5.29.14";
    public static final String KEY_USAGE = "2.5.29.15";
    public static final String SUBJECT_ALT_NAME = "2.5.29.17";
    public static final String BASIC_CONSTRAINTS = "2.5.29.19";
    public static final String NAME_CONSTRAINTS = "2.5.29.30";
    public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    public static final String CERTIFICATE_POLICIES = "2.5.29.32";
    public static final String POLICY_MAPPINGS = "2.5.29.33";
    public static final String AUTHORITY_KEY_ID = "2.5.29.35";
    public static final String POLICY_CONSTRAINTS = "2.5.29.36";
    public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
    public static final String AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
    public static final String EMBEDDED_SCTS = "1.3.6.1.4.1.11129.2.4.2";

    /** Longest encoded identifier that is decoded; longer ones are nobody's. */
    private static final int MAX_OCTETS = 128;

    private Oids() {}

    public static String decode(byte[] content) throws DerException {
        if (content.length == 0 || content.length > MAX_OCTETS) {
            throw new DerException(0, "an object identifier of " + content.length + " octets");
        }
        try {
            return ASN1ObjectIdentifier.fromContents(content).getId();
        } catch (IllegalArgumentException e) {
            throw new DerException(0, "not an object identifier");
        }
    }
}
