package dev.interloper.certs.trust;

/** Bounds on the work that revocation may make. */
final class RevocationLimits {
    /** Octets of one revocation list; the longest of public authorities have some ten million. */
    static final int MAX_CRL_BYTES = 64 << 20;

    /** Octets of one OCSP response; such with certificates have some four thousand. */
    static final int MAX_OCSP_BYTES = 1 << 20;

    /** Entries of one revocation list. */
    static final int MAX_CRL_ENTRIES = 2_000_000;

    /** Entries that are walked to judge one path. */
    static final long MAX_ENTRIES_SCANNED = 5_000_000;

    /** Revocation lists, malformed ones among them; what follows is not looked at. */
    static final int MAX_CRLS = 256;

    /** Stapled responses; what follows is not looked at. */
    static final int MAX_OCSP_RESPONSES = 100;

    /** Further certificates of CRL issuers; what follows is not looked at. */
    static final int MAX_ISSUERS = 100;

    /** Signatures of lists, responses and their signers that are verified to judge one path. */
    static final int MAX_SIGNATURE_CHECKS = 64;

    /** Octets that are hashed for those signatures. */
    static final long MAX_SIGNED_BYTES = 2L * MAX_CRL_BYTES;

    /** Comparisons of a distribution point with a list to judge one path. */
    static final int MAX_SCOPE_COMPARISONS = 10_000;

    /** Certificates between the signer of a list and the anchor. */
    static final int MAX_SIGNER_DEPTH = 6;

    /** Signers of lists whose own revocation is told by lists of further signers. */
    static final int MAX_NESTING = 2;

    private RevocationLimits() {}
}
