package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;

import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.probe.DatagramReply;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.TcpOutcome;
import org.junit.jupiter.api.Test;

/** Scenarios of names, firewalls, proxies and networks that want something first. */
class ReachabilityScenariosTest {

    private static final String HOST = "av-edge.fabrikam.example";

    @Test
    void scenario03_seedInitialHypothesisFirewall() {
        expect(Scene.of(HOST).tcp(TcpOutcome.TIMED_OUT).control(TcpOutcome.CONNECTED))
                .is(DiagnosisCode.FIREWALL_DROP, Confidence.HIGH)
                .restingOn(FactCodes.TCP_TIMED_OUT, FactCodes.CONTROL_REACHABLE)
                .advising("OPEN_PORT")
                .saying("TCP 443 to 203.0.113.30", "TLS inspection is not indicated");
    }

    @Test
    void scenario04_firewallRst() {
        expect(Scene.of(HOST)
                        .tcp(TcpOutcome.REFUSED)
                        .known(FactCodes.TCP_RESET_BY_OTHER, "TTL 63, and 52 in the host's other packets"))
                .is(DiagnosisCode.FIREWALL_REJECT, Confidence.MEDIUM)
                .restingOn(FactCodes.TCP_RESET_BY_OTHER)
                .advising("OPEN_PORT");
    }

    @Test
    void scenario05_icmpAdminProhibited() {
        expect(Scene.of(HOST).tcp(TcpOutcome.UNREACHABLE).known(FactCodes.TCP_PROHIBITED, "ICMP 3/13 from 10.0.0.1"))
                .is(DiagnosisCode.FIREWALL_REJECT, Confidence.HIGH)
                .restingOn(FactCodes.TCP_PROHIBITED)
                .advising("OPEN_PORT");
    }

    @Test
    void scenario06_portClosedByServer() {
        expect(Scene.of(HOST)
                        .tcp(TcpOutcome.REFUSED)
                        .known(FactCodes.TCP_RESET_BY_HOST, "TTL 52, as in the host's other packets"))
                .is(DiagnosisCode.FIREWALL_REJECT, Confidence.LOW)
                .advising("CONTACT_OWNER")
                .notAdvising("OPEN_PORT");
    }

    @Test
    void scenario07_allEgressBlockedNeedsProxy() {
        expect(Scene.of(HOST)
                        .tcp(TcpOutcome.TIMED_OUT)
                        .control(TcpOutcome.TIMED_OUT)
                        .known(FactCodes.NETWORK_HAS_PROXY, "WPAD names a PAC file"))
                .is(DiagnosisCode.PROXY_REQUIRED, Confidence.HIGH)
                .restingOn(FactCodes.NETWORK_HAS_PROXY)
                .advising("USE_PROXY");
    }

    @Test
    void scenario08_noNetwork() {
        expect(Scene.of(HOST).resolved(NameLookup.Outcome.TIMED_OUT).control(TcpOutcome.UNREACHABLE))
                .is(DiagnosisCode.NO_INTERNET, Confidence.HIGH)
                .advising("CHECK_NETWORK");
    }

    @Test
    void scenario09_nxdomain() {
        expect(Scene.of(HOST).resolved(NameLookup.Outcome.NOT_FOUND))
                .is(DiagnosisCode.DNS_FAILURE, Confidence.HIGH)
                .restingOn(FactCodes.DNS_NOT_FOUND)
                .advising("FIX_NAME");
    }

    @Test
    void scenario10_dnsSinkholeUmbrella() {
        expect(Scene.of(HOST)
                        .resolved(NameLookup.Outcome.FOUND, "146.112.61.106")
                        .shows(Scene.minted("CN=Cisco Umbrella Root CA,O=Cisco", HOST)
                                .mint()))
                .is(DiagnosisCode.DNS_BLOCK, Confidence.HIGH)
                .restingOn(FactCodes.DNS_SINKHOLE)
                .advising("CONTACT_OWNER")
                .saying("Umbrella");
    }

    @Test
    void scenario11_splitDnsInternal() {
        expect(Scene.of("wiki.fabrikam.example")
                        .resolved(NameLookup.Outcome.FOUND, "10.1.2.3")
                        .shows(
                                TestPki.privateLeaf("wiki.fabrikam.example")
                                        .withoutTimestamps()
                                        .mint(),
                                TestPki.PRIVATE_ROOT))
                .is(DiagnosisCode.PRIVATE_CA_SERVER, Confidence.MEDIUM)
                .restingOn(FactCodes.DNS_PRIVATE_ADDRESS, FactCodes.PRIVATE_ROOT)
                .advising("EXPLAIN_BENIGN");
    }

    @Test
    void scenario31_squidSplice() {
        expect(Scene.of(HOST)
                        .proxy("HTTP/1.1 200 Connection established\r\n\r\n", false)
                        .shows(TestPki.publicLeaf(HOST).mint()))
                .is(DiagnosisCode.PASS_THROUGH_PROXY, Confidence.CERTAIN)
                .restingOn(FactCodes.PROXY_TUNNELS, FactCodes.GENUINE)
                .advising("NONE");
    }

    @Test
    void scenario32_squidDeny() {
        expect(Scene.of(HOST)
                        .proxy(
                                "HTTP/1.1 403 Forbidden\r\nServer: squid/5.7\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\n\r\n",
                                true))
                .is(DiagnosisCode.PROXY_POLICY_BLOCK, Confidence.HIGH)
                .restingOn(FactCodes.PROXY_DENIED)
                .advising("CONTACT_OWNER")
                .saying("Squid");
    }

    @Test
    void scenario33_proxy407() {
        expect(Scene.of(HOST)
                        .proxy(
                                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n\r\n",
                                true))
                .is(DiagnosisCode.PROXY_AUTH_REQUIRED, Confidence.CERTAIN)
                .restingOn(FactCodes.PROXY_AUTHENTICATION)
                .advising("AUTHENTICATE")
                .advisingText("jdk.http.auth.tunneling.disabledSchemes");
    }

    @Test
    void scenario34_proxy502Upstream() {
        expect(Scene.of(HOST)
                        .proxy(
                                "HTTP/1.1 502 Bad Gateway\r\nServer: mitmproxy 8.1.1\r\n\r\n<title>502 Bad Gateway</title>",
                                true))
                .is(DiagnosisCode.PROXY_UPSTREAM_FAIL, Confidence.HIGH)
                .advising("BYPASS_HOST")
                .saying("mitmproxy");
    }

    @Test
    void scenario56_captivePortalHotel() {
        expect(Scene.of(HOST)
                        .shows(TestPki.publicLeaf("portal.hotel.example").mint())
                        .canaryPage(
                                "connectivitycheck.gstatic.com",
                                "HTTP/1.1 302 Found\r\nLocation: http://portal.hotel.example/login\r\n\r\n"))
                .is(DiagnosisCode.CAPTIVE_PORTAL, Confidence.HIGH)
                .restingOn(FactCodes.CAPTIVE)
                .advising("SIGN_IN");
    }

    /** A proxy for plain HTTP alters the page as well; where TLS is direct, nobody needs to sign in. */
    @Test
    void scenario56_captivePortalHotel_tlsIsDirect() {
        expect(Scene.of(HOST)
                        .shows(TestPki.publicLeaf(HOST).mint())
                        .canaryPage(
                                "connectivitycheck.gstatic.com",
                                "HTTP/1.1 302 Found\r\nLocation: http://portal.hotel.example/login\r\n\r\n"))
                .is(DiagnosisCode.DIRECT_OK, Confidence.CERTAIN)
                .saying("plain HTTP")
                .notAdvising("SIGN_IN");
    }

    @Test
    void scenario57_captive511() {
        expect(Scene.of(HOST).answers("HTTP/1.1 511 Network Authentication Required\r\n\r\n"))
                .is(DiagnosisCode.CAPTIVE_PORTAL, Confidence.HIGH)
                .advising("SIGN_IN");
    }

    @Test
    void scenario58_sniReset() {
        expect(Scene.of(HOST)
                        .answers(new byte[0], Ending.RESET)
                        .answersWithoutName(dev.interloper.core.fixture.Tls.alert(2, 112), Ending.ALERT))
                .is(DiagnosisCode.SNI_FILTER, Confidence.HIGH)
                .restingOn(FactCodes.SNI_DECIDES)
                .advising("CONTACT_OWNER");
    }

    /** Whether ECH decides is seen by a client that has it; the probe's hellos have none. */
    @Test
    void scenario59_echBlocked() {
        expect(Scene.of(HOST)
                        .answers(new byte[0], Ending.TIMED_OUT)
                        .known(
                                FactCodes.ECH_DECIDES,
                                "with ECH nothing comes back, with the name in the clear it does"))
                .is(DiagnosisCode.SNI_FILTER, Confidence.MEDIUM)
                .advising("EXPLAIN_BENIGN");
    }

    /** Whether QUIC is blocked is seen by a client that has it. */
    @Test
    void scenario60_quicOnlyBlocked() {
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()).known(FactCodes.QUIC_BLOCKED, "UDP 443 is silent"))
                .is(DiagnosisCode.DIRECT_OK, Confidence.HIGH)
                .saying("QUIC is blocked")
                .advising("EXPLAIN_BENIGN");
    }

    @Test
    void scenario70_teamsMediaUdpBlockedTcpOk() {
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()).stun(DatagramReply.Outcome.SILENT))
                .is(DiagnosisCode.DIRECT_OK, Confidence.HIGH)
                .saying("UDP 3478")
                .advising("USE_UDP");
    }

    @Test
    void stun_refused_isNotCalledSilence() {
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()).stun(DatagramReply.Outcome.REFUSED))
                .is(DiagnosisCode.DIRECT_OK, Confidence.HIGH)
                .restingOn(FactCodes.STUN_REFUSED)
                .advising("USE_UDP");
    }
}
