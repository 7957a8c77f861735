package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;

import dev.interloper.core.Outcome;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.fixture.TestPki;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scenarios of pins, client certificates and trust stores that differ. What a probe cannot see is told by the caller. */
class TrustScenariosTest {

    private static final String HOST = "av-edge.fabrikam.example";
    private static final String CORPORATE = "CN=Contoso Corporate CA,O=Contoso";

    private static X509Certificate minted() {
        return Scene.minted(CORPORATE, HOST).key(TestPki.key(CORPORATE)).mint();
    }

    private static X509Certificate selfSigned(KeyPair key) {
        return new TestPki.Minting("CN=" + HOST, key, "CN=" + HOST, key)
                .server(HOST)
                .valid(TestPki.NOW.minus(Duration.ofMinutes(1)), Duration.ofDays(365))
                .mint();
    }

    @Test
    void scenario61_pinnedAppFailsBrowserOk() {
        expect(Scene.of(HOST)
                        .trusts(Scene.authority(CORPORATE))
                        .shows(minted())
                        .symptom(Symptom.APPLICATION_FAILS)
                        .known(FactCodes.PINS_MISMATCH, "none of 2 pinned keys is in the chain"))
                .is(DiagnosisCode.INTERCEPTED_TRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.PINS_MISMATCH)
                .breaking(BreakageCause.PINNED_CERT)
                .advising("BYPASS_HOST");
    }

    @Test
    void scenario62_pinRotation() {
        expect(Scene.of(HOST)
                        .shows(TestPki.publicLeaf(HOST).mint())
                        .known(FactCodes.PINS_MISMATCH, "none of 2 pinned keys is in the chain")
                        .known(FactCodes.REFERENCE_SAME, "another network shows the same leaf"))
                .is(DiagnosisCode.PIN_ROTATION, Confidence.HIGH)
                .restingOn(FactCodes.PINS_MISMATCH, FactCodes.GENUINE, FactCodes.REFERENCE_SAME)
                .advising("UPDATE_PINS")
                .outcome(Outcome.DIRECT);
    }

    @Test
    void scenario62_pinRotation_withoutReference() {
        expect(Scene.of(HOST)
                        .shows(TestPki.publicLeaf(HOST).mint())
                        .known(FactCodes.PINS_MISMATCH, "none of 2 pinned keys is in the chain"))
                .is(DiagnosisCode.PIN_ROTATION, Confidence.MEDIUM)
                .advising("COLLECT");
    }

    @Test
    void scenario63_rogueWifiMitm() {
        expect(Scene.of(HOST)
                        .shows(selfSigned(TestPki.rsa(2048)))
                        .showsAgain(selfSigned(TestPki.rsa(2056)))
                        .symptom(Symptom.OPEN_NETWORK))
                .is(DiagnosisCode.POSSIBLE_ATTACK, Confidence.HIGH)
                .restingOn(FactCodes.LEAF_CHANGES, FactCodes.UNTRUSTED_HERE)
                .advising("DO_NOT_TRUST")
                .notAdvising("SET_TRUSTSTORE", "INSTALL_ROOT")
                .outcome(Outcome.INTERCEPTED);
    }

    /** One handshake alone shows a self-signed certificate and no more: a careless server has one as well. */
    @Test
    void scenario63_rogueWifiMitm_seenOnce() {
        expect(Scene.of(HOST).shows(selfSigned(TestPki.rsa(2048))))
                .is(DiagnosisCode.INCONCLUSIVE, Confidence.LOW)
                .knowing(FactCodes.SELF_SIGNED)
                .advising("COLLECT")
                .outcome(Outcome.INCONCLUSIVE);
    }

    @Test
    void scenario64_serverIncompleteChain() {
        KeyPair key = TestPki.key("intermediate");
        X509Certificate intermediate = TestPki.authority(
                        "CN=Kestrel Server CA 3",
                        key,
                        TestPki.PUBLIC_ROOT.getSubjectX500Principal().getName(),
                        TestPki.key("public"))
                .mint();
        X509Certificate leaf = TestPki.leaf(intermediate, key, HOST).marked().mint();
        expect(Scene.of(HOST).shows(leaf))
                .is(DiagnosisCode.SERVER_MISCONFIG, Confidence.HIGH)
                .restingOn(FactCodes.INCOMPLETE)
                .saying("no interception")
                .advising("CONTACT_OWNER")
                .notAdvising("SET_TRUSTSTORE");
        expect(Scene.of(HOST).shows(leaf, intermediate)).is(DiagnosisCode.DIRECT_OK, Confidence.CERTAIN);
    }

    @Test
    void scenario66_mtlsBrokenByProxy() {
        expect(Scene.of(HOST)
                        .trusts(Scene.authority(CORPORATE))
                        .shows(minted())
                        .known(FactCodes.REFERENCE_WANTS_CLIENT, "another network is asked for a client certificate"))
                .is(DiagnosisCode.INTERCEPTED_TRUSTED, Confidence.CERTAIN)
                .breaking(BreakageCause.CLIENT_CERT_MTLS)
                .saying("client certificate")
                .advising("BYPASS_HOST");
    }

    @Test
    void scenario67_osOkJvmFails() {
        expect(Scene.of(HOST)
                        .shows(minted())
                        .known(FactCodes.TRUSTED_ELSEWHERE, "the system trusts the authority", "Windows-ROOT"))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .knowing(FactCodes.UNTRUSTED_HERE, FactCodes.TRUSTED_ELSEWHERE)
                .breaking(BreakageCause.OWN_TRUST_STORE)
                .saying("(Windows-ROOT)")
                .advising("SET_TRUSTSTORE")
                .advisingText("Windows-ROOT");
    }

    @Test
    void scenario68_dockerBuildFailsHostOk() {
        expect(Scene.of(HOST)
                        .shows(minted())
                        .known(
                                FactCodes.TRUSTED_ELSEWHERE,
                                "the host's store has the authority",
                                "the container's host"))
                .is(DiagnosisCode.INTERCEPTED_UNTRUSTED, Confidence.CERTAIN)
                .saying("the container's host")
                .advising("INSTALL_ROOT")
                .advisingText("container images");
    }
}
