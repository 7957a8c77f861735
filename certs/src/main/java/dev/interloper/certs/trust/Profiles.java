package dev.interloper.certs.trust;

/** The profiles that come with the library. */
final class Profiles {
    static final TrustProfile RFC5280 =
            TrustProfile.builder("RFC 5280").checks(PathChecks.standard()).build();

    static final TrustProfile WEB_PKI =
            TrustProfile.builder("WebPKI").checks(PathChecks.standard()).build();

    static final TrustProfile LENIENT =
            TrustProfile.builder("lenient").checks(PathChecks.standard()).build();

    private Profiles() {}
}
