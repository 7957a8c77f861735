package dev.interloper.certs.trust;

/** Both places that name the signature algorithm say the same (RFC 5280 4.1.1.2). */
final class SignatureAlgorithmRule implements CertificateRule {
    @Override
    public void check(CertificateFacts certificate, Faults faults) {
        if (!certificate.structure().algorithmsAgree()) {
            faults.add(
                    FindingCode.SIGNATURE_ALGORITHM_MISMATCH,
                    "names one signature algorithm inside the signed part and another outside of it.",
                    "RFC 5280 4.1.1.2");
        }
    }
}
