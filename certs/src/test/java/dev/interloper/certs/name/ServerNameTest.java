package dev.interloper.certs.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName.Kind;
import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNameTest {
    @ParameterizedTest
    @CsvSource({
        "www.Example.COM, PUBLIC_DNS, www.example.com",
        "www.example.com., PUBLIC_DNS, www.example.com",
        "shop.northwind.example, PUBLIC_DNS, shop.northwind.example",
        "bücher.example, PUBLIC_DNS, xn--bcher-kva.example",
        "a_b.example.org, PUBLIC_DNS, a_b.example.org",
        "intranet, INTERNAL_DNS, intranet",
        "printer.local, INTERNAL_DNS, printer.local",
        "git.corp.internal, INTERNAL_DNS, git.corp.internal",
        "nas.home.arpa, INTERNAL_DNS, nas.home.arpa",
        "localhost, INTERNAL_DNS, localhost",
        "local.example.com, PUBLIC_DNS, local.example.com",
        "mylocal, INTERNAL_DNS, mylocal",
        "8.8.8.8, PUBLIC_IP, 8.8.8.8",
        "203.0.113.7, PUBLIC_IP, 203.0.113.7",
        "2001:DB8::0:1, PUBLIC_IP, 2001:db8::1",
        "[2001:db8::1], PUBLIC_IP, 2001:db8::1",
        "10.1.2.3, PRIVATE_IP, 10.1.2.3",
        "172.31.255.255, PRIVATE_IP, 172.31.255.255",
        "172.32.0.0, PUBLIC_IP, 172.32.0.0",
        "100.64.0.1, PRIVATE_IP, 100.64.0.1",
        "198.19.255.255, PRIVATE_IP, 198.19.255.255",
        "198.20.0.0, PUBLIC_IP, 198.20.0.0",
        "fd00::1, PRIVATE_IP, fd00::1",
        "fe80::1%eth0, PRIVATE_IP, fe80::1",
        "::ffff:10.0.0.1, PRIVATE_IP, 10.0.0.1",
        "::1, PRIVATE_IP, ::1",
        "127.0.0.1, PRIVATE_IP, 127.0.0.1",
    })
    void parse_name_hasKindAndNormalForm(String text, Kind kind, String normalized) {
        ServerName name = ServerName.parse(text);

        assertThat(name.kind()).isEqualTo(kind);
        assertThat(name.normalized()).isEqualTo(normalized);
        assertThat(name).isEqualTo(ServerName.parse(normalized));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        ".",
        "a..b",
        "example.com..",
        "example.com:443",
        "https://example.com",
        "*.example.com",
        "a b.example",
        "1.2.3",
        "256.1.1.1",
        "01.2.3.4",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        ":::",
        "[::1",
        "::%",
        "12345::"
    })
    void parse_neitherNameNorAddress_isInvalid(String text) {
        assertThat(ServerName.parse(text).kind()).isEqualTo(Kind.INVALID);
    }

    @Property
    void parse_anyText_neverThrows(@ForAll String text) {
        ServerName name = ServerName.parse(text);

        assertThat(name.text()).isEqualTo(text);
        assertThat(name.normalized().isEmpty()).isEqualTo(name.kind() == Kind.INVALID);
        assertThat(name.toString()).doesNotContain("\n", "\u202e");
    }

    @Property
    void parse_anyAddress_agreesWithThePlatform(@ForAll @Size(16) byte[] octets) throws Exception {
        InetAddress address = InetAddress.getByAddress(octets);

        ServerName name = ServerName.parse(address.getHostAddress());

        assertThat(name.isIp()).isTrue();
        assertThat(InetAddress.getByName(name.normalized())).isEqualTo(address);
        assertThat(IpLiteral.format(octets)).doesNotContain(":::");
        assertThat(InetAddress.getByName(IpLiteral.format(octets))).isEqualTo(address);
    }
}
