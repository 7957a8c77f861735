package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Outcome;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.probe.ProbeStep;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scenarios of proxies, appliances and endpoint software that answer in a server's place, and of the innocent beside them. */
class InterceptionScenariosTest {

    private static final String HOST = "av-edge.fabrikam.example";
    private static final String CORPORATE = "CN=Contoso Corporate CA,O=Contoso";
    private static final String WEBSENSE = "CN=Websense Public Primary Certificate Authority,O=Websense";
    private static final String ZSCALER =
            "CN=Zscaler Intermediate Root CA (zscalertwo.net) (t),OU=Zscaler Inc.,O=Zscaler Inc.";
    private static final String FORTINET_UNTRUSTED = "E=support@fortinet.com,CN=Fortinet Untrusted CA,O=Fortinet";

    private static X509Certificate minted(String authority) {
        return Scene.minted(authority, HOST).mint();
    }

    /** With the authority's own key in the leaf, as squid and mitmproxy do it. */
    private static X509Certificate ownKey(String authority, String... names) {
        return Scene.minted(authority, names).key(TestPki.key(authority)).mint();
    }

    private static String blockPage(String location) {
        return "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void scenario01_seedWebsenseLyncSharing() {
        expect(Scene.of(HOST)
                        .shows(minted(WEBSENSE))
                        .page(
                                ProbeStep.ADDRESS_PAGE,
                                "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n<html><body><iframe"
                                        + " src=\"http://10.0.0.9:15871/cgi-bin/block_message.cgi?ws-session=1\">",
                                Scene.minted(WEBSENSE, Scene.EDGE).mint())
                        .symptom(Symptom.MEDIA_WORKS)
                        .symptom(Symptom.SHARING_FAILS)
                        .symptom(Symptom.MICROSOFT_RELAY))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .restingOn(FactCodes.INTERCEPTED)
                .knowing(FactCodes.PRODUCT, FactCodes.PAGE_AT_ADDRESS, FactCodes.SHARING_FAILS)
                .saying("The port is open, but Websense", "points at the relay's TCP port 443")
                .breaking(BreakageCause.NOT_REALLY_TLS)
                .advising("BYPASS_IP", "UPGRADE_PROXY")
                .advisingText("203.0.113.30 (TCP 443)")
                .advisingText("Websense 7.8 and later")
                .outcome(Outcome.INTERCEPTED);
    }

    @Test
    void scenario02_seedAfterBypass() {
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()))
                .is(DiagnosisCode.DIRECT_OK, Confidence.CERTAIN)
                .restingOn(FactCodes.GENUINE)
                .advising("NONE")
                .outcome(Outcome.DIRECT);
    }

    @Test
    void scenario28_squidBumpKnownSite() {
        expect(Scene.of(HOST).trusts(Scene.authority(CORPORATE)).shows(ownKey(CORPORATE, HOST)))
                .is(DiagnosisCode.INTERCEPTED_TRUSTED, Confidence.CERTAIN)
                .restingOn(FactCodes.INTERCEPTED, FactCodes.TRUSTED_HERE)
                .knowing(FactCodes.OWN_ISSUER_KEY, FactCodes.PRIVATE_ROOT)
                .advising("BYPASS_HOST")
                .notAdvising("SET_TRUSTSTORE");
    }

    @Test
    void scenario29_squidBumpUntrustedJvm() {
        expect(Scene.of(HOST).shows(ownKey(CORPORATE, HOST)))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .restingOn(FactCodes.INTERCEPTED)
                .knowing(FactCodes.OWN_ISSUER_KEY, FactCodes.UNTRUSTED_HERE)
                .breaking(BreakageCause.OWN_TRUST_STORE)
                .advising("SET_TRUSTSTORE", "DO_NOT_TRUST")
                .advisingText("-Djavax.net.ssl.trustStore");
    }

    /** The catalogue calls it PROXY_CONFIRMED, which is no verdict of the procedure: the proxy decrypts, so that is said. */
    @Test
    void scenario30_squidBumpIpNoSni() {
        expect(Scene.of(HOST)
                        .page(
                                ProbeStep.ADDRESS_PAGE,
                                "HTTP/1.1 503 Service Unavailable\r\nServer: squid/5.7\r\n"
                                        + "X-Squid-Error: ERR_SECURE_CONNECT_FAIL 92\r\n\r\n<p>",
                                ownKey(CORPORATE, Scene.EDGE)))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.PAGE_AT_ADDRESS, FactCodes.OWN_ISSUER_KEY)
                .saying("Squid")
                .advising("BYPASS_IP");
    }

    /** Without the own key the page decides, with somewhat less certainty. */
    @Test
    void scenario30_squidBumpIpNoSni_anotherKey() {
        expect(Scene.of(HOST)
                        .page(
                                ProbeStep.ADDRESS_PAGE,
                                "HTTP/1.1 503 Service Unavailable\r\nServer: squid/5.7\r\n"
                                        + "X-Squid-Error: ERR_SECURE_CONNECT_FAIL 92\r\n\r\n<p>",
                                TestPki.privateLeaf(Scene.EDGE)
                                        .withoutTimestamps()
                                        .mint()))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.HIGH)
                .restingOn(FactCodes.PAGE_AT_ADDRESS, FactCodes.PRIVATE_ROOT)
                .saying("Squid");
    }

    @Test
    void scenario35_mitmproxyEverywhere() {
        String authority = "CN=mitmproxy,O=mitmproxy";
        expect(Scene.of(HOST)
                        .shows(ownKey(authority, HOST))
                        .compared("www.contoso.example", ownKey(authority, "www.contoso.example")))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.ONE_ISSUER, FactCodes.ONE_KEY, FactCodes.PRODUCT_DEVELOPER)
                .saying("mitmproxy", "fine if it is yours")
                .advising("DO_NOT_TRUST");
    }

    /** Of public authorities everybody has certificates, and one subscriber may have one for many names. */
    @Test
    void comparedHosts_ofOnePublicAuthority_shareNothing() {
        ProbeReport report = Scene.of(HOST)
                .shows(TestPki.publicLeaf(HOST).mint())
                .compared(
                        "www.contoso.example",
                        TestPki.publicLeaf("www.contoso.example").mint())
                .report();
        assertThat(report.diagnosis().code()).isEqualTo(DiagnosisCode.DIRECT_OK);
        assertThat(Stream.concat(report.diagnosis().evidence().stream(), report.diagnosis().otherFacts().stream())
                        .map(Fact::code))
                .doesNotContain(FactCodes.ONE_ISSUER, FactCodes.ONE_KEY);
    }

    @Test
    void scenario36_zscalerCloud() {
        expect(Scene.of(HOST).trusts(Scene.authority(ZSCALER)).shows(minted(ZSCALER)))
                .is(DiagnosisCode.INTERCEPTED_TRUSTED, Confidence.CERTAIN)
                .saying("Zscaler")
                .advising("BYPASS_HOST")
                .advisingText("Zscaler Internet Access to except " + HOST);
    }

    @Test
    void scenario37_zscalerBlockpage() {
        expect(Scene.of(HOST)
                        .shows(minted(ZSCALER))
                        .page(
                                ProbeStep.HOST_PAGE,
                                blockPage("https://gateway.zscaler.net:443/auD?origurl=x"),
                                minted(ZSCALER)))
                .is(DiagnosisCode.BLOCK_PAGE, Confidence.HIGH)
                .restingOn(FactCodes.PAGE_BLOCK)
                .saying("Zscaler Internet Access blocks", "decrypts")
                .advising("CONTACT_OWNER")
                .notAdvising("BYPASS_HOST", "BYPASS_IP")
                .outcome(Outcome.INTERCEPTED);
    }

    @Test
    void scenario38_fortigateUntrustedCa() {
        expect(Scene.of(HOST).shows(minted(FORTINET_UNTRUSTED)))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.DISTRUSTS_ORIGIN)
                .saying("FortiGate", "the server's own certificate is bad, too")
                .advising("COLLECT", "CONTACT_OWNER");
    }

    @Test
    void scenario39_paloaltoUrlblock() {
        expect(Scene.of(HOST)
                        .page(
                                ProbeStep.HOST_PAGE,
                                blockPage("https://10.0.0.1:6083/php/urlblock.php?args=AAAA"),
                                minted(CORPORATE)))
                .is(DiagnosisCode.BLOCK_PAGE, Confidence.HIGH)
                .saying("Palo Alto Networks")
                .advising("CONTACT_OWNER");
    }

    /** A Via header alone proves no proxy on the client's side; with a second marker at the bare address it does. */
    @Test
    void scenario40_wsaVia() {
        String via = "Via: 1.1 wsa.contoso.example:80 (Cisco-WSA/9.1.2-010)\r\n\r\n";
        expect(Scene.of(HOST)
                        .page(
                                ProbeStep.HOST_PAGE,
                                "HTTP/1.1 200 OK\r\n" + via,
                                TestPki.publicLeaf(HOST).mint()))
                .is(DiagnosisCode.DIRECT_OK, Confidence.CERTAIN);
        expect(Scene.of(HOST)
                        .page(
                                ProbeStep.ADDRESS_PAGE,
                                "HTTP/1.1 403 Forbidden\r\n" + via
                                        + "<html><head><title>Notification: Policy: Destination</title></head>",
                                TestPki.privateLeaf(Scene.EDGE)
                                        .withoutTimestamps()
                                        .mint()))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.HIGH)
                .restingOn(FactCodes.PAGE_AT_ADDRESS)
                .saying("Cisco Web Security Appliance");
    }

    /** The vendor's name in the certificate of its own site: a public chain outweighs it. */
    @Test
    void scenario41_vendorOwnSite() {
        X509Certificate leaf = new TestPki.Minting(
                        "CN=gateway.zscaler.net,O=Zscaler\\, Inc.",
                        TestPki.key("leaf"),
                        TestPki.PUBLIC_ROOT.getSubjectX500Principal().getName(),
                        TestPki.key("public"))
                .server("gateway.zscaler.net")
                .marked()
                .mint();
        expect(Scene.of("gateway.zscaler.net").shows(leaf))
                .is(DiagnosisCode.DIRECT_OK, Confidence.CERTAIN)
                .restingOn(FactCodes.GENUINE)
                .outcome(Outcome.DIRECT);
    }

    @Test
    void scenario42_applianceAdminUi() {
        String name = "CN=FGT60E4Q16000001,O=Fortinet";
        X509Certificate own = new TestPki.Minting(name, TestPki.rsa(2048), name, TestPki.rsa(2048)).mint();
        expect(Scene.of("192.168.1.99").shows(own))
                .is(DiagnosisCode.PRIVATE_CA_SERVER, Confidence.HIGH)
                .restingOn(FactCodes.HOST_INTERNAL, FactCodes.PRIVATE_ROOT)
                .saying("no interception")
                .advising("EXPLAIN_BENIGN")
                .notAdvising("BYPASS_IP");
    }

    @Test
    void scenario43_avLocalInterception() {
        expect(Scene.of(HOST).shows(minted("CN=avast! Web/Mail Shield Root,O=avast! Web/Mail Shield")))
                .is(DiagnosisCode.LOCAL_AV_INTERCEPTION, Confidence.HIGH)
                .restingOn(FactCodes.INTERCEPTED, FactCodes.PRODUCT_ENDPOINT)
                .saying("Avast", "on this machine")
                .advising("EXCLUDE_APPLICATION");
    }

    @Test
    void scenario65_expiredThroughProxy() {
        X509Certificate leaf = Scene.minted(CORPORATE, HOST)
                .key(TestPki.key(CORPORATE))
                .valid(TestPki.NOW.minus(Duration.ofDays(120)), Duration.ofDays(90))
                .mint();
        expect(Scene.of(HOST).shows(leaf))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.EXPIRED)
                .saying("copy the dates")
                .advising("CONTACT_OWNER");
    }
}
