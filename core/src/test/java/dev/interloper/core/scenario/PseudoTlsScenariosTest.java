package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;

import dev.interloper.core.Outcome;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.probe.DatagramReply;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios of hellos that only look like TLS. The replies are those of libnice's and WebRTC's sources, byte by byte. */
class PseudoTlsScenariosTest {

    private static final String HOST = "av-edge.fabrikam.example";

    private static final byte[] SERVER_HELLO =
            hex("020000460301" + "5c".repeat(32) + "20" + "a7".repeat(32) + "001800");
    private static final byte[] SERVER_HELLO_DONE = hex("0e000000");
    private static final byte[] RELAY = Tls.join(hex("160301004e"), SERVER_HELLO, SERVER_HELLO_DONE);
    private static final byte[] GOOGLE_RELAY = hex("160301004a020000460301"
            + "428545a727a95da0b3c5e753da482b3fc65aca89c15852a1783c5b174600853f20"
            + "0ed306725b5b1b5f15ac13f988539d9be83d7b0c30326e384da27557416c345c000400");
    private static final byte[] HANDSHAKE_FAILURE = hex("15030100020228");
    private static final byte[] PROTOCOL_VERSION = hex("15030300020246");
    private static final byte[] NOTHING = {};

    private static byte[] hex(String text) {
        return Bytes.ofHex(text).toByteArray();
    }

    private static Scene relay() {
        return Scene.of(HOST).symptom(Symptom.MICROSOFT_RELAY);
    }

    @Test
    void scenario12_pseudoOkMsoc() {
        expect(relay().microsoft(Ending.COMPLETE, RELAY))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.CERTAIN)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_EXACT)
                .advising("NONE")
                .notAdvising("BYPASS_IP")
                .outcome(Outcome.DIRECT);
    }

    @Test
    void scenario13_pseudoMsocAlert40() {
        expect(relay().microsoft(Ending.ALERT, HANDSHAKE_FAILURE))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_ALERT, FactCodes.EXPECT_MICROSOFT)
                .advising("COLLECT", "BYPASS_IP")
                .askingNext(ProbeStep.HANDSHAKE)
                .breaking(BreakageCause.NOT_REALLY_TLS)
                .outcome(Outcome.INCONCLUSIVE);
    }

    /** An ordinary web server refuses the hello as well: where nobody said that a relay is there, it is only likely. */
    @Test
    void scenario13_pseudoMsocAlert40_noRelayExpected() {
        expect(Scene.of(HOST).microsoft(Ending.ALERT, HANDSHAKE_FAILURE))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.LOW)
                .askingNext(ProbeStep.HANDSHAKE);
    }

    /** The differential: a real hello to the same address is answered with a minted certificate. */
    @Test
    void scenario13_pseudoMsocAlert40_realTlsIsMinted() {
        expect(relay().microsoft(Ending.ALERT, HANDSHAKE_FAILURE)
                        .shows(Scene.minted("CN=Cisco Umbrella Root CA,O=Cisco", HOST)
                                .mint()))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.PSEUDO_MICROSOFT_ALERT)
                .breaking(BreakageCause.NOT_REALLY_TLS)
                .advising("BYPASS_IP")
                .saying("Cisco Umbrella");
    }

    @Test
    void scenario14_pseudoMsocAlert70() {
        expect(relay().microsoft(Ending.ALERT, PROTOCOL_VERSION))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_ALERT)
                .saying("alert (70)", "no longer speaks TLS 1.0")
                .advising("BYPASS_IP");
    }

    @Test
    void scenario15_pseudoMsocSilentFin() {
        expect(relay().microsoft(Ending.CLOSED, NOTHING))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.LOW)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_CLOSED)
                .advising("COLLECT")
                .askingNext(ProbeStep.HANDSHAKE, ProbeStep.ADDRESS_PAGE);
    }

    @Test
    void scenario16_pseudoMsocTimeout() {
        expect(relay().microsoft(Ending.TIMED_OUT, NOTHING))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.LOW)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_SILENT)
                .advising("COLLECT")
                .advisingText("another address of the same service");
    }

    @Test
    void scenario17_pseudoMsocGetsCertificate() {
        byte[] flight = Tls.handshake(
                Tls.serverHello(0x0301, 0x0035),
                Tls.certificate(
                        List.of(Scene.minted("CN=Contoso Proxy CA", Scene.EDGE).mint())),
                Tls.serverHelloDone());
        expect(relay().microsoft(Ending.COMPLETE, flight))
                .is(DiagnosisCode.PSEUDO_TLS_INTERCEPTED, Confidence.CERTAIN)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_CERTIFICATE)
                .advising("BYPASS_IP")
                .advisingText("203.0.113.30 (TCP 443)")
                .breaking(BreakageCause.NOT_REALLY_TLS)
                .outcome(Outcome.INTERCEPTED);
    }

    @Test
    void scenario18_pseudoMsocTwoRecords() {
        byte[] reply = Tls.join(hex("160301004a"), SERVER_HELLO, hex("1603010004"), SERVER_HELLO_DONE);
        expect(relay().microsoft(Ending.COMPLETE, reply))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.MEDIUM)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_TWO_RECORDS)
                .advising("BYPASS_IP");
    }

    @Test
    void scenario19_pseudoMsocSplitTcp() {
        expect(relay().microsoft(Ending.COMPLETE, Arrays.copyOf(RELAY, 79), SERVER_HELLO_DONE))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.MEDIUM)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_EXACT, FactCodes.PSEUDO_MICROSOFT_FRAGMENTED)
                .saying("libnice")
                .advising("EXPLAIN_BENIGN");
    }

    @Test
    void scenario20_pseudoGoogleOk() {
        expect(Scene.of(HOST).google(Ending.COMPLETE, GOOGLE_RELAY))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.CERTAIN)
                .restingOn(FactCodes.PSEUDO_GOOGLE_EXACT)
                .advising("NONE");
    }

    /** One octet of the constant reply is another. */
    @Test
    void scenario20_pseudoGoogleOk_notToTheByte() {
        byte[] other = GOOGLE_RELAY.clone();
        other[20] ^= 1;
        expect(Scene.of(HOST).google(Ending.COMPLETE, other))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.MEDIUM)
                .restingOn(FactCodes.PSEUDO_GOOGLE_REFUSED);
    }

    @Test
    void scenario21_pseudoGoogleViaMitmproxyOk() {
        expect(relay().microsoft(Ending.CLOSED, NOTHING).google(Ending.COMPLETE, GOOGLE_RELAY))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH)
                .restingOn(FactCodes.PSEUDO_MICROSOFT_CLOSED, FactCodes.PSEUDO_GOOGLE_EXACT)
                .saying("16 03")
                .advising("BYPASS_IP");
    }

    @Test
    void scenario22_pseudoGoogleBlockedSslv2() {
        expect(Scene.of(HOST)
                        .symptom(Symptom.GOOGLE_RELAY)
                        .microsoft(Ending.COMPLETE, RELAY)
                        .google(Ending.RESET, NOTHING))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH)
                .restingOn(FactCodes.PSEUDO_GOOGLE_RESET, FactCodes.PSEUDO_MICROSOFT_EXACT)
                .saying("SSL 2")
                .advising("OPEN_PORT");
    }

    /** A relay of Microsoft's kind need not know Google's hello. */
    @Test
    void scenario22_pseudoGoogleBlockedSslv2_microsoftRelayExpected() {
        expect(relay().microsoft(Ending.COMPLETE, RELAY).google(Ending.RESET, NOTHING))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.CERTAIN);
    }

    @Test
    void scenario23_pseudoToOrdinaryWebserver() {
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()).microsoft(Ending.ALERT, HANDSHAKE_FAILURE))
                .is(DiagnosisCode.DIRECT_OK, Confidence.HIGH)
                .restingOn(FactCodes.GENUINE, FactCodes.PSEUDO_MICROSOFT_ALERT)
                .saying("no interception")
                .advising("EXPLAIN_BENIGN")
                .notAdvising("BYPASS_IP")
                .outcome(Outcome.DIRECT);
    }

    @Test
    void scenario24_zerotier170303() {
        expect(Scene.of(HOST).answers(hex("1703030020" + "d3".repeat(32)), Ending.NOT_TLS))
                .is(DiagnosisCode.NON_TLS_SERVICE, Confidence.HIGH)
                .restingOn(FactCodes.ANSWER_ZEROTIER)
                .saying("ZeroTier")
                .advising("BYPASS_IP");
    }

    @Test
    void scenario25_rawStunOn443() {
        expect(Scene.of(HOST).answers(hex("011100002112a442" + "0b".repeat(12)), Ending.NOT_TLS))
                .is(DiagnosisCode.NON_TLS_SERVICE, Confidence.CERTAIN)
                .restingOn(FactCodes.ANSWER_STUN)
                .breaking(BreakageCause.NOT_REALLY_TLS)
                .advising("BYPASS_IP");
    }

    @Test
    void scenario26_httpOn443() {
        expect(Scene.of(HOST)
                        .answers("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n"
                                + "<html><head><title>400 Bad Request</title></head></html>"))
                .is(DiagnosisCode.NON_TLS_SERVICE, Confidence.HIGH)
                .restingOn(FactCodes.ANSWER_HTTP_BAD_REQUEST)
                .saying("HTTP without TLS")
                .advising("CONTACT_OWNER");
    }

    @Test
    void scenario27_sshBannerOn443() {
        expect(Scene.of(HOST).answers("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"))
                .is(DiagnosisCode.NON_TLS_SERVICE, Confidence.CERTAIN)
                .restingOn(FactCodes.ANSWER_SSH)
                .advising("EXPLAIN_BENIGN");
    }

    /** What was entered by name never matched: the advice says why only addresses do. */
    @Test
    void scenario69_bypassByNameIneffective() {
        expect(relay().microsoft(Ending.ALERT, HANDSHAKE_FAILURE))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH)
                .saying("no SNI")
                .advising("BYPASS_IP")
                .advisingText("entries by name do not match clients that name no host (no SNI)")
                .notAdvising("BYPASS_HOST");
    }

    @ParameterizedTest
    @EnumSource(
            value = DatagramReply.Outcome.class,
            names = {"SILENT", "REFUSED"})
    void exactReply_withoutUdp_advisesUdp(DatagramReply.Outcome outcome) {
        expect(Scene.of(HOST).microsoft(Ending.COMPLETE, RELAY).stun(outcome))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.HIGH)
                .saying("UDP 3478")
                .advising("USE_UDP");
        expect(Scene.of(HOST).google(Ending.COMPLETE, GOOGLE_RELAY).stun(outcome))
                .is(DiagnosisCode.PSEUDO_TLS_OK, Confidence.HIGH)
                .advising("USE_UDP");
    }

    @Test
    void googleAloneWithoutUdp_staysRejected() {
        expect(relay().microsoft(Ending.CLOSED, NOTHING)
                        .google(Ending.COMPLETE, GOOGLE_RELAY)
                        .stun(DatagramReply.Outcome.SILENT))
                .is(DiagnosisCode.PSEUDO_TLS_REJECTED, Confidence.HIGH);
    }
}
