package dev.interloper.certs.name;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;

class DistinguishedNameTest {
    @Test
    void attribute_repeated_givesAllInOrderOfTheEncoding() throws Exception {
        X500NameBuilder builder = new X500NameBuilder();
        builder.addRDN(BCStyle.C, "US");
        builder.addRDN(BCStyle.OU, "First");
        builder.addRDN(BCStyle.OU, "Second");
        builder.addRDN(BCStyle.EmailAddress, "a@b.example");
        DistinguishedName name =
                DistinguishedName.of(new X500Principal(builder.build().getEncoded()));

        assertThat(name.attribute("OU")).containsExactly("First", "Second");
        assertThat(name.attribute("ou")).hasSize(2);
        assertThat(name.attribute("2.5.4.6")).containsExactly("US");
        assertThat(name.attribute("E")).containsExactly("a@b.example");
        assertThat(name.attribute("no such type")).isEmpty();
        assertThat(name.commonName()).isEmpty();
    }

    @Test
    void printable_hostileCharacters_areEscaped() throws Exception {
        X500NameBuilder builder = new X500NameBuilder();
        builder.addRDN(BCStyle.CN, new DERUTF8String("evil\u202egnp\n\u001b[31m"));
        DistinguishedName name =
                DistinguishedName.of(new X500Principal(builder.build().getEncoded()));

        assertThat(name.printable())
                .contains("\\u{202E}", "\\u{A}", "\\u{1B}")
                .doesNotContain("\n", "\u202e", "\u001b");
        assertThat(name.commonName()).contains("evil\u202egnp\n\u001b[31m");
    }

    @Test
    void printable_emptyName_saysSo() {
        DistinguishedName name = DistinguishedName.of(new X500Principal(""));

        assertThat(name.isEmpty()).isTrue();
        assertThat(name).hasToString("(empty name)");
    }

    @Test
    void equals_otherCase_isTrue() {
        assertThat(DistinguishedName.of(new X500Principal("CN=Some Root,O=Org")))
                .isEqualTo(DistinguishedName.of(new X500Principal("CN=some  root,O=ORG")));
    }
}
