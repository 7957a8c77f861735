package dev.interloper.boards.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interloper.certs.trust.TrustProfile;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimboCaseTest {

    private static LimboCase read(String json) throws IOException {
        return LimboCase.of(new ObjectMapper().readTree(json));
    }

    @Test
    void of_clientCase_hasItsAddressesAndNoHost() throws IOException {
        LimboCase limbo = read("""
                {"id": "rfc5280::nc::x", "expected_result": "FAILURE", "validation_kind": "CLIENT",
                 "trusted_certs": ["r"], "untrusted_intermediates": ["i", "j"], "peer_certificate": "p",
                 "validation_time": null, "expected_peer_name": null, "max_chain_depth": null, "crls": ["c"],
                 "expected_peer_names": [{"kind": "RFC822", "value": "a@b.example"}, {"kind": "DNS", "value": "d"}]}
                """);
        assertThat(limbo.client()).isTrue();
        assertThat(limbo.mustPass()).isFalse();
        assertThat(limbo.chain()).containsExactly("p", "i", "j");
        assertThat(limbo.anchors()).containsExactly("r");
        assertThat(limbo.crls()).containsExactly("c");
        assertThat(limbo.emailAddresses()).containsExactly("a@b.example");
        assertThat(limbo.serverName()).isEmpty();
        assertThat(limbo.at()).isEmpty();
        assertThat(limbo.maxIntermediates()).isEmpty();
        assertThat(Judge.profile(limbo)).isSameAs(TrustProfile.rfc5280());
    }

    @Test
    void of_serverCase_hasItsHostTimeAndDepth() throws IOException {
        LimboCase limbo = read("""
                {"id": "pathlen::x", "expected_result": "SUCCESS", "validation_kind": "SERVER",
                 "validation_time": "2024-03-01T01:00:00.999+01:00", "max_chain_depth": 0,
                 "expected_peer_name": {"kind": "IP", "value": "192.0.2.1"}}
                """);
        assertThat(limbo.client()).isFalse();
        assertThat(limbo.mustPass()).isTrue();
        assertThat(limbo.at()).contains(Instant.parse("2024-03-01T00:00:00.999Z"));
        assertThat(limbo.serverName()).contains("192.0.2.1");
        assertThat(limbo.maxIntermediates()).hasValue(0);
        assertThat(Judge.profile(limbo)).isSameAs(TrustProfile.webPki());
    }

    @Test
    void pkits_policyInputs_areReadByNumber() throws IOException {
        PkitsCase test = PkitsCase.of(new ObjectMapper().readTree("""
                {"title": "t", "certs": ["R", "E"], "crls": ["C"], "info": {"should_validate": "false",
                 "SetInitialPolicySet": "NIST-test-policy-1,NIST-test-policy-2", "SetInitialExplicitPolicy": "true",
                 "SetInitialInhibitAnyPolicy": "true"}}
                """));
        assertThat(test.mustPass()).isFalse();
        assertThat(test.certificates()).containsExactly("R", "E");
        assertThat(test.crls()).containsExactly("C");
        assertThat(test.policies().acceptable())
                .containsExactly("2.16.840.1.101.3.2.1.48.1", "2.16.840.1.101.3.2.1.48.2");
        assertThat(test.policies().explicitPolicy()).isTrue();
        assertThat(test.policies().inhibitMapping()).isFalse();
        assertThat(test.policies().inhibitAnyPolicy()).isTrue();
    }

    @Test
    void pem_roundTrip_givesTheSameBytes() {
        byte[] der = new byte[200];
        der[3] = 7;
        assertThat(Pem.decode(Pem.encode("X509 CRL", der))).isEqualTo(der);
    }
}
