package dev.interloper.certs.trust;

/** Bounds on the work of one evaluation. */
record Limits(int maxPaths, int maxSignatureChecks, int maxDepth) {
    static final Limits DEFAULT = new Limits(16, 100, 10);

    /** Certificates of a chain that are looked at; the rest are left out. */
    int maxCertificates() {
        return maxSignatureChecks;
    }
}
