package dev.interloper.certs.trust;

/** A rule about the form of one certificate, wherever it was found. Stateless. */
@FunctionalInterface
interface CertificateRule {
    void check(CertificateFacts certificate, Faults faults);
}
