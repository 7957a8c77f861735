package dev.interloper.certs.trust;

/** Bounds on the work of one evaluation, and on the paths that it accepts. */
record Limits(int maxPaths, int maxSignatureChecks, int maxDepth, int maxIntermediates) {
    static final Limits DEFAULT = new Limits(16, 64, 10, Integer.MAX_VALUE);

    /** Certificates of a chain that are looked at; the rest are left out. */
    int maxCertificates() {
        return maxSignatureChecks;
    }

    Limits withMaxPaths(int paths) {
        return new Limits(paths, maxSignatureChecks, maxDepth, maxIntermediates);
    }

    Limits withMaxSignatureChecks(int checks) {
        return new Limits(maxPaths, checks, maxDepth, maxIntermediates);
    }

    Limits withMaxDepth(int depth) {
        return new Limits(maxPaths, maxSignatureChecks, depth, maxIntermediates);
    }

    Limits withMaxIntermediates(int intermediates) {
        return new Limits(maxPaths, maxSignatureChecks, maxDepth, intermediates);
    }
}
