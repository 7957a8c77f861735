package dev.interloper.core.compare;

import dev.interloper.certs.forgery.LeafField;

/**
 * Something in which two connections to one host are compared. Constants may be added.
 *
 * @since 0.1
 */
public enum Aspect {
    /** The negotiated version. */
    VERSION(Group.ANSWER, "version"),
    /** What the ServerHello's random value says of later versions (RFC 8446 section 4.1.3). */
    DOWNGRADE_SENTINEL(Group.ANSWER, "later versions"),
    /** The cipher suite. */
    CIPHER_SUITE(Group.ANSWER, "cipher suite"),
    /** The group in which keys were exchanged. */
    KEY_SHARE_GROUP(Group.ANSWER, "key share group"),
    /** Whether the server asked for another ClientHello. */
    HELLO_RETRY_REQUEST(Group.ANSWER, "hello retry"),
    /** The ServerHello's extensions, in the order of the wire. */
    HELLO_EXTENSIONS(Group.ANSWER, "hello extensions"),
    /** The application protocol that the server chose (RFC 7301). */
    APPLICATION_PROTOCOL(Group.ANSWER, "ALPN"),
    /** Whether the server gives session tickets (RFC 5077); up to TLS 1.2. */
    SESSION_TICKET(Group.ANSWER, "session ticket"),
    /** Whether the server staples an OCSP response (RFC 6066 section 8). */
    OCSP_STAPLE(Group.ANSWER, "OCSP staple"),
    /** How the flight's messages lie in TLS records. */
    RECORDS(Group.FLIGHT, "records"),
    /** How the flight's messages lie in TCP segments. */
    SEGMENTS(Group.FLIGHT, "segments"),
    /** Pauses in the flight that the network does not explain. */
    PAUSES(Group.FLIGHT, "pauses"),
    /** What the chain leads to. */
    ANCHOR(Group.CHAIN, "leads to"),
    /** How many certificates were sent. */
    CHAIN_LENGTH(Group.CHAIN, "chain length"),
    /** Signed certificate timestamps, from whatever channel. */
    TIMESTAMPS(Group.CHAIN, "SCTs"),
    /** The leaf's issuer. */
    ISSUER(Group.LEAF, "issuer"),
    /** The leaf's subject. */
    SUBJECT(Group.LEAF, "subject"),
    /** The leaf's serial number. */
    SERIAL(Group.LEAF, "serial number"),
    /** The beginning of the leaf's validity. */
    NOT_BEFORE(Group.LEAF, "not before"),
    /** The end of the leaf's validity. */
    NOT_AFTER(Group.LEAF, "not after"),
    /** The leaf's public key. */
    KEY(Group.LEAF, "public key"),
    /** The algorithm of the leaf's signature. */
    SIGNATURE_ALGORITHM(Group.LEAF, "signature"),
    /** The leaf's alternative names. */
    ALTERNATIVE_NAMES(Group.LEAF, "names"),
    /** The leaf's key usage. */
    KEY_USAGE(Group.LEAF, "key usage"),
    /** The leaf's extended key usage. */
    EXTENDED_KEY_USAGE(Group.LEAF, "extended key usage"),
    /** The leaf's basic constraints. */
    BASIC_CONSTRAINTS(Group.LEAF, "basic constraints"),
    /** The leaf's subject key identifier. */
    SUBJECT_KEY_ID(Group.LEAF, "subject key id"),
    /** The leaf's authority key identifier. */
    AUTHORITY_KEY_ID(Group.LEAF, "authority key id"),
    /** Where the leaf's issuer and status are to be had. */
    AUTHORITY_INFO_ACCESS(Group.LEAF, "authority info"),
    /** Where the leaf's revocation lists are to be had. */
    CRL_DISTRIBUTION_POINTS(Group.LEAF, "CRL points"),
    /** The policies that the leaf was issued under. */
    CERTIFICATE_POLICIES(Group.LEAF, "policies"),
    /** The timestamps embedded in the leaf. */
    EMBEDDED_TIMESTAMPS(Group.LEAF, "embedded SCTs");

    /**
     * What an aspect is a part of.
     *
     * @since 0.1
     */
    public enum Group {
        /** What the server answered: it tells the TLS stack and its settings. */
        ANSWER,
        /** How the server packed its messages: it tells the TLS stack too. */
        FLIGHT,
        /** The chain as a whole. */
        CHAIN,
        /** The server's own certificate, field by field. */
        LEAF
    }

    private final Group group;
    private final String label;

    Aspect(Group group, String label) {
        this.group = group;
        this.label = label;
    }

    /** The aspect of a leaf's field. */
    static Aspect of(LeafField field) {
        return field == LeafField.SCTS ? EMBEDDED_TIMESTAMPS : valueOf(field.name());
    }

    /**
     * What it is a part of.
     *
     * @return the group
     */
    public Group group() {
        return group;
    }

    /**
     * A name for people to read.
     *
     * @return one to three words
     */
    public String label() {
        return label;
    }
}
