package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Certificates;
import dev.interloper.certs.internal.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Reads the certificates of a PEM text (RFC 7468); comments and other blocks are passed over. */
final class PemCertificates {
    /** A larger block is no certificate. */
    private static final int MAX_BLOCK = 4 << 20;

    private static final Set<String> BEGIN = Set.of("-----BEGIN CERTIFICATE-----", "-----BEGIN X509 CERTIFICATE-----");

    private final String source;
    private final BufferedReader reader;
    private final boolean lenient;
    private final List<X509Certificate> found = new ArrayList<>();
    private int line;
    private int damaged;

    /** What was read leniently: certificates, and how many blocks were none. */
    record Lenient(List<X509Certificate> certificates, int damaged) {}

    private PemCertificates(String source, InputStream in, boolean lenient) {
        this.source = source;
        this.lenient = lenient;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    }

    static List<X509Certificate> read(String source, InputStream in) throws IOException {
        return new PemCertificates(source, in, false).read();
    }

    /** Passes over damaged certificates, and counts them. */
    static Lenient readLeniently(String source, InputStream in) throws IOException {
        PemCertificates reading = new PemCertificates(source, in, true);
        return new Lenient(reading.read(), reading.damaged);
    }

    private List<X509Certificate> read() throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (BEGIN.contains(text.trim())) {
                next();
            }
        }
        if (found.isEmpty() && damaged == 0) {
            throw new PemException(source, line, "no \"-----BEGIN CERTIFICATE-----\" up to the end of the file");
        }
        return found;
    }

    private void next() throws IOException {
        try {
            found.add(block());
        } catch (PemException e) {
            if (!lenient) {
                throw e;
            }
            damaged++;
        }
    }

    private X509Certificate block() throws IOException {
        int begin = line;
        StringBuilder base64 = new StringBuilder();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.startsWith("-----END")) {
                return parse(begin, base64.toString());
            }
            if (text.startsWith("-----") || base64.length() > MAX_BLOCK) {
                break;
            }
            base64.append(text.trim());
        }
        throw new PemException(source, begin, "the certificate that begins here does not end");
    }

    private X509Certificate parse(int begin, String base64) throws PemException {
        try {
            return Certificates.parse(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new PemException(source, begin, "the certificate that begins here is not Base64");
        } catch (CertificateException e) {
            String why = SafeText.escape(String.valueOf(e.getMessage()));
            throw new PemException(source, begin, "the certificate that begins here does not parse: " + why);
        }
    }
}
