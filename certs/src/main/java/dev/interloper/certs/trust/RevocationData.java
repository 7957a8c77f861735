package dev.interloper.certs.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What is known about revocation: lists, stapled OCSP responses, and whether a certificate without such knowledge is
 * refused.
 *
 * <p>Nothing is fetched. What does not parse is kept and becomes a finding. Delta lists are told by themselves and are
 * combined with their base. Immutable and thread-safe; make it once and use it for many requests.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6.3">RFC 5280, section 6.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6960">RFC 6960</a>
 * @since 0.1
 */
public final class RevocationData {
    private final List<SuppliedCrl> crls;
    private final List<SuppliedOcsp> ocspResponses;
    private final List<X509Certificate> crlIssuers;
    private final boolean required;

    private RevocationData(Builder builder) {
        this.crls = List.copyOf(builder.crls);
        this.ocspResponses = List.copyOf(builder.ocspResponses);
        this.crlIssuers = List.copyOf(builder.crlIssuers);
        this.required = builder.required;
    }

    /**
     * A builder without any knowledge, for which a certificate of unknown status is no error.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether a certificate of unknown status is refused.
     *
     * @return true if {@link FindingCode#REVOCATION_UNKNOWN} is an error
     */
    public boolean required() {
        return required;
    }

    List<SuppliedCrl> crls() {
        return crls;
    }

    List<SuppliedOcsp> ocspResponses() {
        return ocspResponses;
    }

    List<X509Certificate> crlIssuers() {
        return crlIssuers;
    }

    /** How many lists and responses there are. */
    @Override
    public String toString() {
        return crls.size() + " revocation lists, " + ocspResponses.size() + " OCSP responses"
                + (required ? ", required" : "");
    }

    /**
     * Collects what is known about revocation. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private static final String PEM = "-----BEGIN";

        private final List<SuppliedCrl> crls = new ArrayList<>();
        private final List<SuppliedOcsp> ocspResponses = new ArrayList<>();
        private final List<X509Certificate> crlIssuers = new ArrayList<>();
        private boolean required;

        private Builder() {}

        /**
         * Adds a revocation list.
         *
         * @param der one DER-encoded CertificateList, any bytes at all; read during the call; not null
         * @return this builder
         */
        public Builder crl(byte[] der) {
            crls.add(SuppliedCrl.parse(Objects.requireNonNull(der, "der")));
            return this;
        }

        /**
         * Adds a revocation list that is parsed already.
         *
         * @param crl the list; not null
         * @return this builder
         */
        public Builder crl(X509CRL crl) {
            try {
                return crl(Objects.requireNonNull(crl, "crl").getEncoded());
            } catch (CRLException e) {
                crls.add(SuppliedCrl.malformed("it has no encoding"));
                return this;
            }
        }

        /**
         * Adds the revocation lists of a PEM text; whatever else is in it is passed over.
         *
         * @param pem the text; not null
         * @return this builder
         */
        public Builder crlPem(String pem) {
            crls.addAll(PemCrls.read(Objects.requireNonNull(pem, "pem")));
            return this;
        }

        /**
         * Adds the revocation list of a DER stream, or all lists of a PEM stream.
         *
         * @param in the stream; read to its end, not closed; not null
         * @return this builder
         * @throws IOException if the stream cannot be read
         */
        public Builder crl(InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(2 * RevocationLimits.MAX_CRL_BYTES);
            String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
            return start.contains(PEM) ? crlPem(new String(bytes, StandardCharsets.ISO_8859_1)) : crl(bytes);
        }

        /**
         * Adds an OCSP response, for whichever certificate of the path it is about.
         *
         * @param response one DER-encoded OCSPResponse, any bytes at all; copied; not null
         * @return this builder
         */
        public Builder ocspResponse(byte[] response) {
            ocspResponses.add(new SuppliedOcsp(-1, Objects.requireNonNull(response, "response")));
            return this;
        }

        /**
         * Adds an OCSP response that was stapled to a certificate; that of TLS 1.2 belongs to the leaf.
         *
         * @param certificateIndex position of the certificate as presented, the leaf being 0
         * @param response one DER-encoded OCSPResponse, any bytes at all; copied; not null
         * @return this builder
         * @throws IllegalArgumentException if the position is negative
         */
        public Builder ocspResponse(int certificateIndex, byte[] response) {
            if (certificateIndex < 0) {
                throw new IllegalArgumentException("certificateIndex must not be negative: " + certificateIndex);
            }
            ocspResponses.add(new SuppliedOcsp(certificateIndex, Objects.requireNonNull(response, "response")));
            return this;
        }

        /**
         * Adds certificates that may have signed lists, or issued such certificates, and are not in the chain. They are
         * believed as far as a path of theirs ends in the anchor of the path that is judged.
         *
         * @param certificates the certificates; not null, and no element null
         * @return this builder
         */
        public Builder crlIssuers(Collection<X509Certificate> certificates) {
            crlIssuers.addAll(List.copyOf(certificates));
            return this;
        }

        /**
         * Refuses certificates of whose revocation nothing is known; without this they are only reported.
         *
         * @return this builder
         */
        public Builder required() {
            this.required = true;
            return this;
        }

        /**
         * Makes the data.
         *
         * @return the data
         */
        public RevocationData build() {
            return new RevocationData(this);
        }
    }
}
