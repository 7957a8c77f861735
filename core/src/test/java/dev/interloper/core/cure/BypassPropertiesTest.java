package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every text and every block. */
class BypassPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Pattern SAFE =
            Pattern.compile("(\\*\\.)?[a-z0-9.-]+(:[0-9]+)?|\\[?[0-9a-f:./]+\\]?(:[0-9]+)?");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "lync",
                "com",
                ".",
                "*",
                ":",
                "/",
                "[",
                "]",
                "::",
                "443",
                "0",
                "1",
                "52.112.0.0",
                "\n",
                "\"",
                "'",
                "\\",
                " ",
                "|",
                "#",
                "%",
                "$",
                "`",
                "xn--",
                "-",
                "_",
                "ü",
                "ß",
                "\u3002",
                "\uFF0E",
                "\u200d",
                "\u0000",
                "\uD800",
                "ffff",
                "14");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                pieces.list().ofMaxSize(12).map(parts -> String.join("", parts)));
    }

    @Property(tries = 3_000)
    void parse_withAnyText_refusesOrReadsSomethingSafe(@ForAll("texts") String text) {
        try {
            BypassTarget target = BypassTarget.parse(text);
            assertThat(target.toString()).matches(SAFE);
            assertThat(BypassTarget.parse(target.toString())).isEqualTo(target);
        } catch (BypassTargetException e) {
            assertThat(e.getMessage()).matches("[ -~]*");
        }
    }

    /** Each product's lines hold its own text and the targets' safe characters: nothing of a hostile text or reason. */
    @Property(tries = 300)
    void render_withAnyTextAndReason_writesNoCharacterOfItsOwn(
            @ForAll("texts") String text, @ForAll("texts") String reason) throws BypassTargetException {
        List<BypassTarget> targets = new ArrayList<>(List.of(BypassTarget.parse("av.contoso.com")));
        try {
            targets.add(BypassTarget.parse(text));
        } catch (BypassTargetException e) {
            assertThat(e.reason()).isNotEmpty();
        }
        BypassList list = BypassList.of(targets, reason, DAY);
        BypassList plain = BypassList.of(targets, "", DAY);
        for (BypassRenderer renderer : BypassRenderers.all()) {
            String rendered = renderer.render(list).text();
            assertThat(rendered).as(renderer.id()).matches("[ -~\n]*");
            assertThat(rendered.lines().count())
                    .isEqualTo(renderer.render(plain).text().lines().count());
            assertThat(rendered.lines().skip(1).toList())
                    .isEqualTo(renderer.render(plain).text().lines().skip(1).toList());
        }
    }

    @Provide
    Arbitrary<Cidr> smallBlocks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1023),
                        Arbitraries.integers().between(22, 32))
                .as((address, prefix) -> new Cidr(BigInteger.valueOf(0x0a000000L + address), 32, 32).of(prefix));
    }

    @Property
    void aggregate_always_keepsExactlyTheAddresses(@ForAll @Size(max = 40) List<@From("smallBlocks") Cidr> blocks) {
        List<Cidr> joined = Cidr.aggregate(blocks);

        assertThat(addresses(joined)).isEqualTo(addresses(blocks));
        assertThat(joined).hasSizeLessThanOrEqualTo(blocks.size());
        assertThat(Cidr.aggregate(joined)).isEqualTo(joined);
        BigInteger size = joined.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(size)
                .as("no two overlap")
                .isEqualTo(BigInteger.valueOf(addresses(joined).size()));
    }

    private static Set<Long> addresses(List<Cidr> blocks) {
        return blocks.stream()
                .flatMapToLong(block -> LongStream.rangeClosed(
                        block.network().longValue(), block.last().network().longValue()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pattern of a block and the block agree on its edges, beside them, and on any address. */
    @Property
    void octetPattern_always_matchesTheBlockAndNothingElse(
            @ForAll int network, @ForAll @IntRange(min = 8, max = 32) int prefix, @ForAll int other) {
        Cidr block = address(network).of(prefix);
        Pattern pattern = Pattern.compile(OctetPattern.of(block));
        BigInteger first = block.network();
        BigInteger last = block.last().network();
        for (BigInteger asked : List.of(
                first,
                last,
                first.subtract(BigInteger.ONE),
                last.add(BigInteger.ONE),
                address(network).network(),
                address(other).network(),
                first.add(BigInteger.valueOf(other & 0xffff)))) {
            if (asked.signum() >= 0 && asked.bitLength() <= 32) {
                Cidr single = new Cidr(asked, 32, 32);
                assertThat(pattern.matcher(single.addressText()).matches())
                        .as("%s in %s", single.addressText(), block)
                        .isEqualTo(block.contains(single));
            }
        }
    }

    /** Exhaustive where that is cheap: every octet at every prefix. */
    @Property(tries = 1)
    void octetPattern_ofEachPrefixOfAnOctet_matchesExactly() {
        for (int prefix = 24; prefix <= 32; prefix++) {
            Cidr block = address(0x346ff0a5).of(prefix);
            Pattern pattern = Pattern.compile(OctetPattern.of(block));
            for (int octet = 0; octet <= 300; octet++) {
                boolean inside = octet <= 255 && block.contains(address(0x346ff000 | octet));
                assertThat(pattern.matcher("52.111.240." + octet).matches())
                        .as("%d in %s", octet, block)
                        .isEqualTo(inside);
            }
            assertThat(pattern.matcher("52.111.240.0165").matches()).isFalse();
        }
    }

    private static Cidr address(int bits) {
        return new Cidr(BigInteger.valueOf(bits & 0xffffffffL), 32, 32);
    }
}
