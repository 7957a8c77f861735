package dev.interloper.certs.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.certs.name.PublicSuffix.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {
    private static final Path DEBIAN = Path.of("/usr/share/publicsuffix/public_suffix_list.dat");
    private static final Path VECTORS = Path.of("/usr/share/doc/publicsuffix/examples/test_psl.txt");
    private static final Path TABLE = Path.of("src/main/resources/dev/interloper/certs/name/public-suffixes.dat");

    private final PublicSuffixes suffixes = PublicSuffixes.bundled();

    private static PublicSuffixes read(String text) throws IOException {
        return PublicSuffixes.read("mine", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "com, ",
        "example.com, example.com",
        "b.example.com, example.com",
        "a.b.example.com, example.com",
        "WwW.eXample.COM., example.com",
        "uk.com, ",
        "b.example.uk.com, example.uk.com",
        "test.ac, test.ac",
        "co.uk, ",
        "www.example.co.uk, example.co.uk",
        "jp, ",
        "test.jp, test.jp",
        "ac.jp, ",
        "www.test.ac.jp, test.ac.jp",
        "kyoto.jp, ",
        "test.kyoto.jp, test.kyoto.jp",
        "ide.kyoto.jp, ",
        "a.b.ide.kyoto.jp, b.ide.kyoto.jp",
        "c.kobe.jp, ",
        "b.c.kobe.jp, b.c.kobe.jp",
        "city.kobe.jp, city.kobe.jp",
        "www.city.kawasaki.jp, city.kawasaki.jp",
        "x.kawasaki.jp, ",
        "ck, ",
        "test.ck, ",
        "b.test.ck, b.test.ck",
        "www.ck, www.ck",
        "www.www.ck, www.ck",
        "k12.ak.us, ",
        "www.test.k12.ak.us, test.k12.ak.us",
        "github.io, ",
        "someone.github.io, someone.github.io",
        "s3.amazonaws.com, ",
        "bucket.s3.amazonaws.com, bucket.s3.amazonaws.com",
        "食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
        "shishi.xn--55qx5d.cn, shishi.xn--55qx5d.cn",
        "公司.cn, ",
        "www.食狮.中国, xn--85x722f.xn--fiqs8s",
        "192.0.2.1, ",
        "2001:db8::1, ",
        "-.., ",
        "'', ",
    })
    void registrableDomain_name_isSuffixAndOneLabel(String name, String expected) {
        assertThat(suffixes.registrableDomain(name)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "example, ",
        "example.example, example.example",
        "a.b.example.example, example.example",
        "local, ",
    })
    void registrableDomain_unlistedTld_takesTheLastLabelAsSuffix(String name, String expected) {
        assertThat(suffixes.registrableDomain(name)).isEqualTo(Optional.ofNullable(expected));
        assertThat(suffixes.suffixOf(name).orElseThrow().section()).isEqualTo(Section.UNLISTED);
        assertThat(suffixes.isPublicSuffix(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com", "COM.", "co.uk", "x.ck", "github.io", "s3.amazonaws.com", "x.kawasaki.jp", "xn--55qx5d.cn"
            })
    void isPublicSuffix_suffix_isTrue(String name) {
        assertThat(suffixes.isPublicSuffix(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.ck", "example.com", "city.kawasaki.jp", "unlisted-label", "10.0.0.1", "", ".", "*.uk"})
    void isPublicSuffix_other_isFalse(String name) {
        assertThat(suffixes.isPublicSuffix(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*.com, ICANN",
        "*.co.uk, ICANN",
        "*.ck, ICANN",
        "*.kawasaki.jp, ICANN",
        "*.x.kawasaki.jp, ICANN",
        "*.github.io, PRIVATE",
        "*.s3.amazonaws.com, PRIVATE",
        "*.compute.amazonaws.com, PRIVATE",
        "*.公司.cn, ICANN",
        "*.local, UNLISTED",
        "*.example.com, ",
        "*.city.kawasaki.jp, ",
        "*.www.ck, ",
        "*.amazonaws.com, ",
        "com, ",
        "*., ",
        "*, ",
        "*.*.com, ",
        "f*.com, ",
    })
    void covers_pattern_saysWhoseSuffixItCovers(String pattern, Section expected) {
        assertThat(suffixes.covers(pattern)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void suffixOf_privateRule_isToldApart() {
        assertThat(suffixes.suffixOf("a.b.github.io")).contains(new PublicSuffix("github.io", Section.PRIVATE));
        assertThat(suffixes.suffixOf("a.b.co.uk")).contains(new PublicSuffix("co.uk", Section.ICANN));
    }

    @Test
    void bundled_list_isDatedAndComplete() {
        assertThat(suffixes.date().orElseThrow()).isAfter(LocalDate.parse("2023-01-01"));
        assertThat(suffixes.size()).isGreaterThan(9_000);
        assertThat(suffixes)
                .hasToString(suffixes.size() + " public suffix rules of "
                        + suffixes.date().get());
        assertThat(PublicSuffixes.bundled()).isSameAs(suffixes);
    }

    @Test
    void bundled_everyRule_isFound() throws IOException {
        List<String> rules = Files.readAllLines(TABLE).stream()
                .filter(l -> !l.startsWith("//"))
                .toList();

        assertThat(rules).hasSize(suffixes.size()).allSatisfy(rule -> {
            if (rule.startsWith("!")) {
                assertThat(suffixes.registrableDomain(rule.substring(1))).contains(rule.substring(1));
            } else {
                assertThat(suffixes.isPublicSuffix(rule.replace("*", "any"))).isTrue();
                assertThat(suffixes.covers("*." + rule.replace("*.", ""))).isPresent();
            }
        });
    }

    @Test
    void generate_sameList_givesTheCommittedTable() throws Exception {
        assumeTrue(Files.exists(DEBIAN), "skipped: there is no " + DEBIAN);
        String committed = Files.readString(TABLE);
        assumeTrue(
                committed.contains(PublicSuffixesGenerator.digest(DEBIAN)),
                "skipped: " + DEBIAN + " is not the version that the table was made from");

        assertThat(PublicSuffixesGenerator.generate(
                        DEBIAN, suffixes.date().orElseThrow().toString()))
                .isEqualTo(committed);
    }

    /** The vectors of the list's own project, which Debian installs beside it. */
    @Test
    void registrableDomain_publishedVectors_allHold() throws IOException {
        assumeTrue(Files.exists(VECTORS), "skipped: there is no " + VECTORS);
        Pattern call = Pattern.compile("checkPublicSuffix\\('([^']*)', (?:null|'([^']*)')\\);");
        int seen = 0;
        for (String line : Files.readAllLines(VECTORS)) {
            Matcher match = call.matcher(line);
            if (match.matches()) {
                seen++;
                Optional<String> expected = Optional.ofNullable(match.group(2))
                        .map(name -> ServerName.parse(name).normalized());
                assertThat(suffixes.registrableDomain(match.group(1))).as(line).isEqualTo(expected);
            }
        }
        assertThat(seen).isGreaterThan(70);
    }

    @Test
    void read_publishedList_knowsWhatTheTableKnows() throws IOException {
        assumeTrue(Files.exists(DEBIAN), "skipped: there is no " + DEBIAN);
        try (InputStream in = Files.newInputStream(DEBIAN)) {
            PublicSuffixes list = PublicSuffixes.read(DEBIAN.toString(), in);

            assertThat(list.size()).isGreaterThan(9_000);
            assertThat(list.registrableDomain("a.b.kobe.jp")).contains("a.b.kobe.jp");
            assertThat(list.covers("*.github.io")).contains(Section.PRIVATE);
        }
    }

    @Test
    void read_listOfTheUser_isUsedAlone() throws IOException {
        PublicSuffixes mine = read("""
                // VERSION: 2026-10-01_07-08-09_UTC
                *
                zz\ttext after a rule
                !deep.x.zz
                *.x.zz
                b.deep.x.zz
                // ===BEGIN PRIVATE DOMAINS===
                hosting.zz
                // ===END PRIVATE DOMAINS===
                co.zz
                """);

        assertThat(mine.date()).contains(LocalDate.parse("2026-10-01"));
        assertThat(mine.size()).isEqualTo(6);
        assertThat(mine.isPublicSuffix("com")).isFalse();
        assertThat(mine.suffixOf("a.hosting.zz")).contains(new PublicSuffix("hosting.zz", Section.PRIVATE));
        assertThat(mine.suffixOf("a.co.zz")).contains(new PublicSuffix("co.zz", Section.ICANN));
        assertThat(mine.registrableDomain("a.b.deep.x.zz"))
                .as("an exception goes before a longer rule")
                .contains("deep.x.zz");
    }

    @Test
    void read_noList_saysWhere() {
        assertThatThrownBy(() -> read("com\nnot%a%rule\n"))
                .isInstanceOfSatisfying(PublicSuffixListException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.source()).isEqualTo("mine");
                })
                .hasMessage("mine, line 2: no rule for domain names: not%a%rule");
        assertThatThrownBy(() -> read("10.0.0.1\n")).isInstanceOf(PublicSuffixListException.class);
        assertThatThrownBy(() -> read("// nothing\n")).hasMessageContaining("mine, line 1: no rule up to the end");
        assertThatThrownBy(() -> PublicSuffixes.read("endless", endless()))
                .hasMessageContaining("larger than 16777216 bytes");
    }

    @Test
    void read_oddDate_isNone() throws IOException {
        assertThat(read("// VERSION: yesterday evening\ncom").date()).isEmpty();
        assertThat(read("// VERSION: 2026\ncom").date()).isEmpty();
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                Arrays.fill(to, offset, offset + length, (byte) 'a');
                return length;
            }
        };
    }

    @Property(tries = 500)
    void contains_anyRules_isLikeASet(
            @ForAll List<@StringLength(min = 1, max = 6) @Chars({'a', 'b', '.', '*', '!'}) String> rules,
            @ForAll @StringLength(max = 6) @Chars({'a', 'b', '.', '*', '!'}) String other) {
        SuffixRules table = SuffixRules.of(rules);

        assertThat(table.size()).isEqualTo(new TreeSet<>(rules).size());
        assertThat(rules).allMatch(table::contains);
        assertThat(table.contains(other)).isEqualTo(rules.contains(other));
    }

    @Property(tries = 1000)
    void find_anyText_isNeverThrownAt(@ForAll String text) {
        assertThatCode(() -> {
                    suffixes.isPublicSuffix(text);
                    suffixes.covers("*." + text);
                    suffixes.registrableDomain(text + ".co.uk");
                })
                .doesNotThrowAnyException();
    }
}
