package dev.interloper.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** The rules that the bundled rows keep. */
class BundledProductsTest {

    /** An attribute of a name in the form of RFC 2253. */
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:^|[,+])([A-Z]+|[0-9.]+)=((?:\\\\.|[^,+\\\\])*)");

    private final List<ProductPattern> patterns = ProductCatalog.bundled().patterns();

    @Test
    void bundled_always_hasManyRowsAndIsOneInstance() {
        assertThat(patterns).hasSizeGreaterThan(240).doesNotHaveDuplicates();
        assertThat(ProductCatalog.bundled()).isSameAs(ProductCatalog.bundled());
    }

    @Test
    void row_always_hasSourceAndDate() {
        assertThat(patterns).allSatisfy(row -> {
            assertThat(row.source()).isNotBlank().doesNotContain("NOT RE-VERIFIED");
            assertThat(row.date()).isAfter(LocalDate.of(2026, 1, 1));
        });
    }

    @Test
    void fact_always_statedOnce() {
        assertThat(patterns.stream().map(row -> List.of(row.product(), row.field(), row.match(), row.pattern())))
                .doesNotHaveDuplicates();
    }

    @Test
    void exactFact_always_namesOneProduct() {
        assertThat(patterns.stream()
                        .filter(row -> row.strength() == Strength.EXACT)
                        .map(row -> List.of(row.field(), row.match(), row.pattern())))
                .doesNotHaveDuplicates();
    }

    @Test
    void productName_always_hasOneVendorAndKind() {
        Set<Product> products = patterns.stream().map(ProductPattern::product).collect(Collectors.toSet());
        assertThat(products.stream().map(product -> product.name().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void stateRoot_always_weak() {
        assertThat(patterns)
                .filteredOn(row -> row.product().kind() == ProductKind.STATE_ROOT)
                .isNotEmpty()
                .allMatch(row -> row.strength() == Strength.WEAK);
    }

    @Test
    void vendorCompanyName_always_weak() {
        List<String> companies = List.of(
                "Bitdefender", "Zscaler Inc.", "Forcepoint LLC", "AO Kaspersky Lab", "Sophos Plc", "OpenDNS, Inc.");
        assertThat(patterns)
                .filteredOn(row -> companies.contains(row.pattern()))
                .hasSizeGreaterThanOrEqualTo(companies.size())
                .allMatch(row -> row.strength() == Strength.WEAK);
    }

    @Test
    void everyKindAndField_used() {
        assertThat(patterns.stream().map(row -> row.product().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(ProductKind.class));
        assertThat(patterns.stream().map(ProductPattern::field).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(ProductField.class));
    }

    @Test
    void websenseCa_byName_namesBothNamesOfTheVendor() {
        ProductFacts facts = ProductFacts.builder()
                .add(ProductField.ISSUER_CN, "Websense Public Primary Certificate Authority")
                .add(ProductField.ISSUER_DN, "CN=Websense Public Primary Certificate Authority,O=Websense\\, Inc.,C=US")
                .build();
        List<ProductMatch> matches = ProductCatalog.bundled().match(facts);
        assertThat(matches).hasSize(2);
        assertThat(matches.get(0).pattern().strength()).isEqualTo(Strength.EXACT);
        assertThat(matches.get(0)).asString().contains("Websense").contains("Forcepoint");
        assertThat(matches.get(1).pattern().strength()).isEqualTo(Strength.WEAK);
    }

    @Test
    void zscalerCn_withTrailingBlank_matchesItsScheme() {
        assertThat(strengthOf(ProductField.ISSUER_CN, "Zscaler Intermediate Root CA (zscalerthree.net) (t) "))
                .contains(Strength.STRONG);
    }

    @Test
    void fortiGateSerial_asSighted_matches() {
        for (String serial : List.of("FG34E1TB19900078", "FG1K5D3I15802189", "FG800C3913802045")) {
            assertThat(strengthOf(ProductField.ISSUER_CN, serial)).containsExactly(Strength.STRONG);
        }
        assertThat(strengthOf(ProductField.ISSUER_CN, "FGHIJKLMNOPQRSTU")).isEmpty();
    }

    @Test
    void privoxyLeaf_inAnyOrder_matches() {
        assertThat(strengthOf(ProductField.LEAF_SUBJECT_DN, "CN=a.example,O=a.example,OU=a.example,C=CZ"))
                .containsExactly(Strength.STRONG);
        assertThat(strengthOf(ProductField.LEAF_SUBJECT_DN, "C=CZ,OU=a.example,O=a.example,CN=a.example"))
                .containsExactly(Strength.STRONG);
        assertThat(strengthOf(ProductField.LEAF_SUBJECT_DN, "CN=a.example,O=Example,OU=a.example,C=CZ"))
                .isEmpty();
    }

    @Test
    void bettercapSpoof_unlikeTheRealGoDaddy_matches() {
        assertThat(strengthOf(
                        ProductField.ISSUER_DN,
                        "CN=Go Daddy Secure Certificate Authority - G2,L=Scottsdale,"
                                + "OU=https://certs.godaddy.com/repository/,O=GoDaddy.com\\, Inc.,C=US"))
                .containsExactly(Strength.STRONG);
        assertThat(strengthOf(
                        ProductField.ISSUER_DN,
                        "CN=Go Daddy Secure Certificate Authority - G2,OU=http://certs.godaddy.com/repository/,"
                                + "O=GoDaddy.com\\, Inc.,L=Scottsdale,ST=Arizona,C=US"))
                .isEmpty();
    }

    @Test
    void kazakhIssuer_inEitherOrder_matches() {
        assertThat(strengthOf(ProductField.ISSUER_DN, "CN=Security Certificate,C=KZ"))
                .containsExactly(Strength.STRONG);
        assertThat(strengthOf(ProductField.ISSUER_DN, "C=KZ,CN=Security Certificate"))
                .containsExactly(Strength.STRONG);
    }

    @Test
    void publicRoots_anyOfThisJdk_matchNothingMoreThanWeak() throws Exception {
        List<X509Certificate> roots = cacerts();
        assumeTrue(!roots.isEmpty(), "this JDK has no lib/security/cacerts, so its roots cannot be checked");
        for (X509Certificate root : roots) {
            ProductFacts facts = factsOfRoot(root);
            assertThat(facts.values(ProductField.ISSUER_CN).size()
                            + facts.values(ProductField.ISSUER_OU).size())
                    .isPositive();
            assertThat(ProductCatalog.bundled().match(facts))
                    .as(root.getSubjectX500Principal().getName())
                    .allMatch(match -> match.pattern().strength() == Strength.WEAK);
        }
    }

    private static List<Strength> strengthOf(ProductField field, String value) {
        return ProductCatalog.bundled()
                .match(ProductFacts.builder().add(field, value).build())
                .stream()
                .map(match -> match.pattern().strength())
                .distinct()
                .toList();
    }

    /** A root as issuer of its own chain and as a certificate in it. */
    private static ProductFacts factsOfRoot(X509Certificate root) throws GeneralSecurityException {
        String name = root.getSubjectX500Principal().getName(X500Principal.RFC2253);
        String spki = Base64.getEncoder()
                .encodeToString(hash("SHA-256", root.getPublicKey().getEncoded()));
        ProductFacts.Builder facts = ProductFacts.builder()
                .add(ProductField.ISSUER_DN, name)
                .add(ProductField.CHAIN_SPKI_SHA256, spki)
                .add(ProductField.LEAF_SPKI_SHA256, spki)
                .add(ProductField.CA_CERT_SHA1, HexFormat.of().formatHex(hash("SHA-1", root.getEncoded())))
                .add(ProductField.CA_CERT_SHA256, HexFormat.of().formatHex(hash("SHA-256", root.getEncoded())));
        Matcher attribute = ATTRIBUTE.matcher(name);
        while (attribute.find()) {
            String value = attribute.group(2).replaceAll("\\\\(.)", "$1");
            switch (attribute.group(1)) {
                case "CN" -> facts.add(ProductField.ISSUER_CN, value).add(ProductField.CHAIN_SUBJECT_CN, value);
                case "O" -> facts.add(ProductField.ISSUER_O, value).add(ProductField.CHAIN_SUBJECT_O, value);
                case "OU" -> facts.add(ProductField.ISSUER_OU, value);
                case "C" -> facts.add(ProductField.ISSUER_C, value);
                default -> facts.add(ProductField.ISSUER_EMAIL, value);
            }
        }
        return facts.build();
    }

    private static byte[] hash(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(bytes);
    }

    private static List<X509Certificate> cacerts() throws GeneralSecurityException, IOException {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        List<X509Certificate> roots = new ArrayList<>();
        if (Files.isReadable(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, null);
            }
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate root) {
                    roots.add(root);
                }
            }
        }
        return roots;
    }
}
