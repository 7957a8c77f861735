package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Interloper;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.cure.ServiceCatalog;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.report.ProbeTextReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cure behind a diagnosis: the entry as the product takes it, and what the destination's vendor says. */
class CureTest {

    private static final String HOST = "av-edge.fabrikam.example";
    private static final String WEBSENSE = "CN=Websense Public Primary Certificate Authority,O=Websense";
    private static final String CORPORATE = "CN=Contoso Corporate CA,O=Contoso";
    private static final String SQUID_PAGE = "HTTP/1.1 503 Service Unavailable\r\nServer: squid/5.7\r\n"
            + "X-Squid-Error: ERR_SECURE_CONNECT_FAIL 92\r\n\r\n<p>";

    private static Scene decrypted(String host, String authority) {
        return Scene.of(host).shows(Scene.minted(authority, host).mint());
    }

    @Test
    void rule_ofTheProductInTheCertificate_holdsTheDestinationAndNoMore() {
        ProbeReport report = decrypted(HOST, WEBSENSE).report();
        assertThat(report.rule()).get().satisfies(rule -> {
            assertThat(rule.text().lines().filter(line -> !line.startsWith("#")))
                    .containsExactly(HOST, Scene.EDGE);
            assertThat(rule.verified()).isFalse();
        });
        assertThat(ProbeTextReport.render(report)).contains("In the product's own syntax", "    " + HOST);
    }

    @Test
    void rule_ofTheProductOnThePage_takesTheAddress() {
        ProbeReport report = Scene.of(HOST)
                .page(
                        ProbeStep.ADDRESS_PAGE,
                        SQUID_PAGE,
                        Scene.minted(CORPORATE, Scene.EDGE)
                                .key(TestPki.key(CORPORATE))
                                .mint())
                .report();
        assertThat(report.rule())
                .get()
                .satisfies(rule -> assertThat(rule.text())
                        .contains(
                                "ssl::server_name " + HOST + "\n",
                                "acl interloper_addresses_443 dst " + Scene.EDGE + "\n",
                                "ssl_bump splice interloper_addresses_443"));
    }

    @Test
    void rule_ofNobodyKnown_isNotThere() {
        assertThat(decrypted(HOST, "CN=Some Box,O=Somebody").report().rule()).isEmpty();
    }

    @Test
    void rule_whereNothingIsDecrypted_isNotThere() {
        assertThat(Scene.of(HOST)
                        .shows(TestPki.publicLeaf(HOST).mint())
                        .report()
                        .rule())
                .isEmpty();
    }

    @Test
    void service_decrypted_isNamedWithItsVendorsWish() {
        expect(decrypted("sip.contoso.lync.com", WEBSENSE))
                .knowing(FactCodes.HOST_OF_SERVICE)
                .saying(
                        "The vendor of Microsoft Teams and Skype for Business asks for its connections not to be decrypted")
                .advisingText("Except the whole service");
    }

    @Test
    void service_direct_saysNothing() {
        ProbeReport report = Scene.of("sip.contoso.lync.com")
                .shows(TestPki.publicLeaf("sip.contoso.lync.com").mint())
                .report();
        assertThat(report.diagnosis().remarks()).noneMatch(remark -> remark.contains("asks for"));
    }

    @Test
    void service_ofTheUsersOwn_isKnownToo() throws IOException {
        ServiceCatalog mine = ServiceCatalog.parse(new StringReader("""
                        service\tname\ttarget\twhy\tverified\tdate\tsource
                        till\tTills\t*.fabrikam.example\tpinned\tyes\t2026-11-23\tour contract
                        """), "mine.tsv");
        ProbeReport seen = decrypted(HOST, WEBSENSE).report();
        assertThat(Interloper.builder()
                        .publicRoots(TestPki.PUBLIC_ROOTS)
                        .services(mine)
                        .build()
                        .probed(seen.observation(), List.of())
                        .diagnosis()
                        .remarks())
                .contains("The vendor of Tills asks for its connections not to be decrypted.");
    }
}
