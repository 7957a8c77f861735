package dev.interloper.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductCatalogTest {

    private static final String COLUMNS = "product\tvendor\tkind\tfield\tmatch\tpattern\tstrength\tdate\tsource\n";
    private static final String REST = "\t2026-11-22\ttest\n";

    private static ProductCatalog catalog(String... rows) throws IOException {
        return ProductCatalog.parse(new StringReader(COLUMNS + String.join("", rows)), "test.tsv");
    }

    private static List<String> matched(ProductCatalog catalog, ProductField field, String value) {
        return catalog.match(ProductFacts.builder().add(field, value).build()).stream()
                .map(match -> match.pattern().pattern())
                .toList();
    }

    @Nested
    class Parse {

        @Test
        void parse_commentsAndBlankLines_skipsThem() throws IOException {
            String text =
                    "# about\n\n" + COLUMNS + "# more\nBox\tAcme\tfirewall\tissuer-cn\tequals\tBox CA\texact" + REST;
            ProductCatalog catalog = ProductCatalog.parse(new StringReader(text), "test.tsv");
            assertThat(catalog.patterns()).singleElement().satisfies(row -> {
                assertThat(row.product()).isEqualTo(new Product("Box", "Acme", ProductKind.FIREWALL));
                assertThat(row.field()).isEqualTo(ProductField.ISSUER_CN);
                assertThat(row.match()).isEqualTo(MatchKind.EQUALS);
                assertThat(row.pattern()).isEqualTo("Box CA");
                assertThat(row.strength()).isEqualTo(Strength.EXACT);
                assertThat(row.date()).isEqualTo("2026-11-22");
                assertThat(row.source()).isEqualTo("test");
                assertThat(row).hasToString("issuer-cn equals \"Box CA\" (exact, Box)");
            });
            assertThat(catalog).hasToString("patterns: 1");
        }

        @Test
        void parse_blanksInPattern_keepsThem() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tequals\tBox CA \texact" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box CA")).isEmpty();
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box CA ")).hasSize(1);
        }

        @Test
        void parse_noColumnNames_saysWhatWasExpected() {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> ProductCatalog.parse(new StringReader("# x\nBox\tAcme\n"), "mine.tsv"))
                    .withMessage(
                            "mine.tsv, line 2: expected the names of the columns, separated by tabs: product vendor"
                                    + " kind field match pattern strength date source")
                    .satisfies(e -> {
                        assertThat(e.file()).isEqualTo("mine.tsv");
                        assertThat(e.line()).isEqualTo(2);
                    });
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "Box;Acme;firewall|expected 9 cells separated by tabs, found 3",
                    "Box;Acme;fridge;issuer-cn;equals;x;weak;2026-11-22;s|in column kind, found 'fridge'",
                    "Box;Acme;firewall;subject;equals;x;weak;2026-11-22;s|in column field, found 'subject'",
                    "Box;Acme;firewall;issuer-cn;like;x;weak;2026-11-22;s|expected one of [contains, equals, prefix, regex]",
                    "Box;Acme;firewall;issuer-cn;equals;x;sure;2026-11-22;s|expected one of [exact, strong, weak]",
                    "Box;Acme;firewall;issuer-cn;equals;x;weak;22.11.2026;s|expected a date such as 2026-11-22",
                    "Box;Acme;firewall;issuer-cn;equals;x;weak;2026-11-22;|column source, found ''",
                    "Box ;Acme;firewall;issuer-cn;equals;x;weak;2026-11-22;s|column product, found 'Box '",
                    "Box;Acme;firewall;issuer-cn;equals;;weak;2026-11-22;s|Expected a pattern of 1 to 512 characters, found 0",
                    "Box;Acme;firewall;issuer-cn;regex;(;weak;2026-11-22;s|Expected a regular expression: Unclosed group",
                    "Box;Acme;firewall;issuer-cn;regex;box;strong;2026-11-22;s|Expected an anchored regular expression",
                    "Box;Acme;firewall;issuer-cn;regex;^box\\$;strong;2026-11-22;s|Expected an anchored regular expression",
                    "Box;Acme;firewall;issuer-cn;prefix;box;exact;2026-11-22;s|Expected at most strong for prefix",
                    "Box;Acme;firewall;request-header;equals;x-box;exact;2026-11-22;s|Expected at most strong for request-header",
                    "Box;Acme;firewall;request-header;equals;X-Box;strong;2026-11-22;s|Expected a header name in lower case",
                    "Box;Acme;firewall;request-header;prefix;X-;strong;2026-11-22;s|Expected lower case for request-header",
                    "Box;Acme;firewall;leaf-validity-days;equals;14;strong;2026-11-22;s|Expected at most weak",
                    "Box;Acme;firewall;leaf-validity-days;equals;two;weak;2026-11-22;s|Expected a number of days",
                    "Box;Acme;firewall;ca-cert-sha1;equals;AB:CD;exact;2026-11-22;s|Expected 40 lower-case hexadecimal digits",
                })
        void parse_badRow_saysLineAndExpectation(String row, String problem) {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> catalog("# one comment\n", row.replace(';', '\t') + '\n'))
                    .withMessageStartingWith("test.tsv, line 3: ")
                    .withMessageContaining(problem);
        }

        @Test
        void parse_productWithTwoKinds_fails() {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> catalog(
                            "Box\tAcme\tfirewall\tissuer-cn\tequals\ta\tweak" + REST,
                            "Box\tAcme\trouter\tissuer-cn\tequals\tb\tweak" + REST))
                    .withMessageContaining("line 3: expected vendor and kind as before, Acme and firewall");
        }

        @Test
        void parse_controlCharacterInBadCell_isEscapedInTheMessage() {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> catalog("Box\tAcme\t\u001b[31m\tissuer-cn\tequals\ta\tweak" + REST))
                    .withMessageContaining("\\x1b[31m");
        }

        @Test
        void parse_readerFails_passesItsExceptionOn() {
            Reader broken = new Reader() {
                @Override
                public int read(char[] buffer, int from, int length) throws IOException {
                    throw new IOException("disk on fire");
                }

                @Override
                public void close() {}
            };
            assertThatIOException()
                    .isThrownBy(() -> ProductCatalog.parse(broken, "test.tsv"))
                    .withMessage("disk on fire");
        }
    }

    @Nested
    class Match {

        @Test
        void equals_otherCase_doesNotMatch() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tequals\tBox CA\texact" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box CA")).hasSize(1);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "BOX CA")).isEmpty();
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box CA 2")).isEmpty();
        }

        @Test
        void prefix_otherCase_doesNotMatch() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tprefix\tBox \tstrong" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box CA 2")).hasSize(1);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "box CA")).isEmpty();
            assertThat(matched(catalog, ProductField.ISSUER_CN, "My Box CA")).isEmpty();
        }

        @Test
        void contains_otherCase_doesNotMatch() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-dn\tcontains\tBox\tweak" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_DN, "CN=My Box CA")).hasSize(1);
            assertThat(matched(catalog, ProductField.ISSUER_DN, "CN=my box")).isEmpty();
        }

        @Test
        void regex_caseOnlyIgnoredIfItSaysSo() throws IOException {
            ProductCatalog catalog = catalog(
                    "Box\tAcme\tfirewall\tissuer-cn\tregex\t^Box [0-9]+$\tstrong" + REST,
                    "Box\tAcme\tfirewall\tissuer-cn\tregex\t(?i)^box [0-9]+$\tstrong" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Box 7")).hasSize(2);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "BOX 7")).containsExactly("(?i)^box [0-9]+$");
        }

        @Test
        void regex_anchoredAlternatives_eachMatchTheWholeValue() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tregex\t^Box|Crate$\tstrong" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Crate")).hasSize(1);
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Boxing")).isEmpty();
            assertThat(matched(catalog, ProductField.ISSUER_CN, "Crate\n")).isEmpty();
        }

        @Test
        void field_another_doesNotMatch() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tequals\tBox CA\texact" + REST);
            assertThat(matched(catalog, ProductField.CHAIN_SUBJECT_CN, "Box CA"))
                    .isEmpty();
            assertThat(catalog.match(ProductFacts.none())).isEmpty();
        }

        @Test
        void requestHeader_anyCase_matches() {
            assertThat(matched(ProductCatalog.bundled(), ProductField.REQUEST_HEADER, "X-WebsenseHost"))
                    .containsExactly("x-websensehost");
        }

        @Test
        void proxyReplyHeader_anyCaseOfTheName_matches() {
            assertThat(matched(
                            ProductCatalog.bundled(), ProductField.PROXY_REPLY_HEADER, "X-Squid-Error: ERR_DNS_FAIL 0"))
                    .containsExactly("x-squid-error:");
        }

        @Test
        void certificateHash_withColonsAndUpperCase_matches() {
            List<ProductMatch> matches = ProductCatalog.bundled()
                    .match(ProductFacts.builder()
                            .add(
                                    ProductField.CA_CERT_SHA1,
                                    "98:A0:4E:41:63:35:77:90:C4:A7:9E:6D:71:3F:F0:AF:51:FE:69:27")
                            .build());
            assertThat(matches).extracting(match -> match.product().name()).containsExactly("eDellRoot");
        }

        @Test
        void ranking_mixedStrengths_strongestFirstAndKeysBeforeNames() throws IOException {
            ProductCatalog catalog = catalog(
                    "Box\tAcme\tfirewall\tissuer-o\tcontains\tBox\tweak" + REST,
                    "Box\tAcme\tfirewall\tissuer-cn\tprefix\tBox\tstrong" + REST,
                    "Box\tAcme\tfirewall\tissuer-cn\tregex\t^Box.*$\tstrong" + REST,
                    "Box\tAcme\tfirewall\tissuer-cn\tequals\tBox CA\texact" + REST,
                    "Box\tAcme\tfirewall\tca-cert-sha1\tequals\t" + "0".repeat(40) + "\texact" + REST);
            List<ProductMatch> matches = catalog.match(ProductFacts.builder()
                    .add(ProductField.ISSUER_O, "Box Inc")
                    .add(ProductField.ISSUER_CN, "Box CA")
                    .add(ProductField.CA_CERT_SHA1, "0".repeat(40))
                    .build());
            assertThat(matches)
                    .extracting(match -> match.pattern().field() + " "
                            + match.pattern().match() + " " + match.pattern().strength())
                    .containsExactly(
                            "CA_CERT_SHA1 EQUALS EXACT",
                            "ISSUER_CN EQUALS EXACT",
                            "ISSUER_CN REGEX STRONG",
                            "ISSUER_CN PREFIX STRONG",
                            "ISSUER_O CONTAINS WEAK");
        }

        @Test
        void pattern_matchingTwoValues_isListedOnceWithTheFirst() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tprefix\tBox\tstrong" + REST);
            List<ProductMatch> matches = catalog.match(ProductFacts.builder()
                    .addAll(ProductField.ISSUER_CN, List.of("Other", "Box 1", "Box 2"))
                    .build());
            assertThat(matches).extracting(ProductMatch::value).containsExactly("Box 1");
        }

        @Test
        void match_toString_isASentence() {
            ProductFacts facts = ProductFacts.builder()
                    .add(ProductField.ISSUER_CN, "mitmproxy")
                    .build();
            assertThat(ProductCatalog.bundled().match(facts))
                    .singleElement()
                    .hasToString("issuer-cn \"mitmproxy\" names mitmproxy by mitmproxy (exact)");
        }

        @Test
        void match_sameFacts_isEqual() {
            ProductFacts facts = ProductFacts.builder()
                    .add(ProductField.ISSUER_CN, "Hudsucker Industries")
                    .add(ProductField.ISSUER_O, "Titanium")
                    .build();
            List<ProductMatch> matches = ProductCatalog.bundled().match(facts);
            assertThat(matches)
                    .isEqualTo(ProductCatalog.bundled().match(facts))
                    .hasSameHashCodeAs(ProductCatalog.bundled().match(facts));
            assertThat(matches)
                    .extracting(Object::toString)
                    .satisfiesExactly(
                            strong -> assertThat(strong).contains("points to hudsucker"),
                            weak -> assertThat(weak).contains("may hint at Titanium Web Proxy"));
        }
    }

    @Nested
    class Hostile {

        @Test
        void value_ofTenMegabytes_isCutAndQuick() {
            String huge = "Zscaler Intermediate Root CA " + "(".repeat(10 << 20);
            ProductFacts.Builder builder = ProductFacts.builder();
            for (ProductField field : ProductField.values()) {
                builder.add(field, huge);
            }
            List<ProductMatch> matches = Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> ProductCatalog.bundled().match(builder.build()));
            assertThat(matches)
                    .singleElement()
                    .satisfies(match -> assertThat(match.pattern().match()).isEqualTo(MatchKind.PREFIX));
            assertThat(matches.get(0).value()).hasSizeLessThan(300).endsWith("…");
        }

        @Test
        void value_madeForBacktracking_isQuick() {
            ProductFacts.Builder builder = ProductFacts.builder();
            for (String bait :
                    List.of("CN=a,O=a,OU=a,", "Generated CA () 2026-01-01 ", "C=CZ,", "generated by antivirus ")) {
                String value = bait.repeat(1000);
                for (ProductField field : ProductField.values()) {
                    builder.add(field, value).add(field, value.substring(0, ProductFacts.MAX_VALUE_LENGTH));
                }
            }
            ProductFacts facts = builder.build();
            assertThat(Assertions.assertTimeout(
                            Duration.ofSeconds(5),
                            () -> ProductCatalog.bundled().match(facts)))
                    .isNotNull();
        }

        @Test
        void value_cutInTheMiddle_matchesNoWholeText() throws IOException {
            String whole = "B".repeat(ProductFacts.MAX_VALUE_LENGTH);
            ProductCatalog catalog = catalog(
                    "Box\tAcme\tfirewall\tissuer-cn\tregex\t^B+$\tstrong" + REST,
                    "Box\tAcme\tfirewall\tissuer-cn\tprefix\tBB\tstrong" + REST);
            assertThat(matched(catalog, ProductField.ISSUER_CN, whole)).containsExactly("^B+$", "BB");
            assertThat(matched(catalog, ProductField.ISSUER_CN, whole + 'x')).containsExactly("BB");
        }

        @Test
        void value_withControlCharacters_isSafeToPrint() throws IOException {
            ProductCatalog catalog = catalog("Box\tAcme\tfirewall\tissuer-cn\tprefix\tBox\tstrong" + REST);
            String value = "Box\u0000\u001b[2J\r\n\u202e\ud800é\ud83d\ude00";
            ProductMatch match = catalog.match(ProductFacts.builder()
                            .add(ProductField.ISSUER_CN, value)
                            .build())
                    .get(0);
            assertThat(match.value()).isEqualTo("Box\\u{0}\\u{1B}[2J\\u{D}\\u{A}\\u{202E}\\u{D800}é\ud83d\ude00");
            assertThat(match.toString()).doesNotContain("\n", "\u001b");
        }

        @Test
        void value_withLineBreakAfterAKnownName_doesNotEqualIt() {
            assertThat(matched(ProductCatalog.bundled(), ProductField.ISSUER_CN, "mitmproxy\n"))
                    .isEmpty();
        }
    }

    @Nested
    class Plus {

        @Test
        void plus_userRows_matchBesideTheBundledOnes() throws IOException {
            ProductCatalog mine = catalog(
                    "Corp Inspection\tCorp\tenterprise-proxy\tissuer-cn\tequals\tCorp Inspection CA\texact" + REST);
            ProductCatalog both = ProductCatalog.bundled().plus(mine);
            assertThat(both.patterns())
                    .hasSize(ProductCatalog.bundled().patterns().size() + 1)
                    .endsWith(mine.patterns().get(0));
            assertThat(matched(both, ProductField.ISSUER_CN, "Corp Inspection CA"))
                    .hasSize(1);
            assertThat(matched(both, ProductField.ISSUER_CN, "mitmproxy")).hasSize(1);
            assertThat(matched(ProductCatalog.bundled(), ProductField.ISSUER_CN, "Corp Inspection CA"))
                    .isEmpty();
        }

        @Test
        void plus_itself_changesNothing() {
            ProductCatalog bundled = ProductCatalog.bundled();
            assertThat(bundled.plus(bundled).patterns()).isEqualTo(bundled.patterns());
        }

        @Test
        void of_repeatedPatterns_keepsOne() throws IOException {
            ProductPattern row = catalog("Box\tAcme\tfirewall\tissuer-cn\tequals\tBox CA\texact" + REST)
                    .patterns()
                    .get(0);
            ProductPattern twin = ProductPattern.of(
                    row.product(), row.field(), row.match(), row.pattern(), row.strength(), row.date(), row.source());
            assertThat(ProductCatalog.of(List.of(row, twin)).patterns()).hasSize(1);
        }
    }
}
