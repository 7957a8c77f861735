package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.DerWriter;
import dev.interloper.certs.internal.GeneralName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Subtrees against straightforward models. */
class NameConstraintsPropertyTest {
    @Provide
    Arbitrary<List<String>> labels() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(4);
    }

    private static ConstrainedName name(int tag, byte[] content) {
        try {
            return ConstrainedName.of(GeneralName.next(DerCursor.over(DerWriter.element(tag, content))));
        } catch (DerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConstrainedName text(int tag, String text) {
        return name(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean endsIn(List<String> labels, List<String> base) {
        int extra = labels.size() - base.size();
        return extra >= 0 && labels.subList(extra, labels.size()).equals(base);
    }

    @Property
    void dns_name_liesBelowTheBaseWhenItsLastLabelsAreTheBases(
            @ForAll("labels") List<String> name, @ForAll("labels") List<String> base) {
        DnsSubtree subtree = new DnsSubtree(String.join(".", base));
        ConstrainedName host = text(GeneralName.DNS, String.join(".", name).toUpperCase(java.util.Locale.ROOT));

        assertThat(subtree.permits(host)).isEqualTo(endsIn(name, base));
        assertThat(subtree.excludes(host)).isEqualTo(endsIn(name, base));
    }

    /** The labels of the model and one that no base has stand for all that the asterisk may be. */
    @Property
    void dns_wildcard_isPermittedWhenAllItsNamesAreAndExcludedWhenOneIs(
            @ForAll("labels") List<String> below, @ForAll("labels") List<String> base) {
        DnsSubtree subtree = new DnsSubtree(String.join(".", base));
        ConstrainedName wildcard = text(GeneralName.DNS, "*." + String.join(".", below));
        List<Boolean> instances = List.of("a", "b", "c", "z").stream()
                .map(label -> endsIn(
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(label), below.stream())
                                .toList(),
                        base))
                .toList();

        assertThat(subtree.permits(wildcard)).isEqualTo(!instances.contains(false));
        assertThat(subtree.excludes(wildcard)).isEqualTo(instances.contains(true));
    }

    @Property
    void email_host_isThatOfTheBaseAndWithADotBelowIt(
            @ForAll("labels") List<String> host, @ForAll("labels") List<String> base) {
        ConstrainedName mailbox = text(GeneralName.EMAIL, "User@" + String.join(".", host));
        String bound = String.join(".", base);

        assertThat(new EmailSubtree(bound).permits(mailbox)).isEqualTo(host.equals(base));
        assertThat(new EmailSubtree("." + bound).permits(mailbox))
                .isEqualTo(host.size() > base.size() && endsIn(host, base));
        assertThat(new EmailSubtree("User@" + bound).permits(mailbox)).isEqualTo(host.equals(base));
        assertThat(new EmailSubtree("user@" + bound).permits(mailbox)).isFalse();
    }

    @Property
    void uri_host_isComparedWithoutUserPortAndPath(
            @ForAll("labels") List<String> host, @ForAll("labels") List<String> base) {
        ConstrainedName uri = text(GeneralName.URI, "https://u:p@" + String.join(".", host) + ":443/x?y#" + "z.a");

        assertThat(new UriSubtree(String.join(".", base)).permits(uri)).isEqualTo(host.equals(base));
    }

    @Property
    void ip_address_liesInTheNetworkWhenItsFirstBitsAreTheNetworks(
            @ForAll @Size(4) byte[] address, @ForAll @Size(4) byte[] network, @ForAll @IntRange(max = 32) int bits) {
        byte[] subtree = new byte[8];
        System.arraycopy(network, 0, subtree, 0, 4);
        boolean same = true;
        for (int bit = 0; bit < bits; bit++) {
            subtree[4 + bit / 8] |= (byte) (0x80 >> bit % 8);
            int mask = 0x80 >> bit % 8;
            same &= (address[bit / 8] & mask) == (network[bit / 8] & mask);
        }

        assertThat(IpSubtree.isWellFormed(subtree)).isTrue();
        assertThat(new IpSubtree(subtree).permits(name(GeneralName.IP, address)))
                .isEqualTo(same);
        assertThat(new IpSubtree(subtree).permits(name(GeneralName.IP, new byte[16])))
                .isFalse();
    }
}
