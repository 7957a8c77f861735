package dev.interloper.boards.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A test of NIST's PKI test suite; certificates and lists by the names of their files, the anchor first. */
record PkitsCase(String title, boolean mustPass, List<String> certificates, List<String> crls, PolicyInputs policies) {

    /** Where NIST numbers its test policies. */
    private static final String POLICY_ARC = "2.16.840.1.101.3.2.1.48.";

    private static final String POLICY_NAME = "NIST-test-policy-";

    static PkitsCase of(JsonNode node) {
        JsonNode info = node.path("info");
        List<String> policies = new ArrayList<>();
        for (String name : info.path("SetInitialPolicySet").asText().split(",", -1)) {
            if (name.startsWith(POLICY_NAME)) {
                policies.add(POLICY_ARC + name.substring(POLICY_NAME.length()));
            }
        }
        return new PkitsCase(
                node.path("title").asText(),
                flag(info, "should_validate"),
                texts(node.path("certs")),
                texts(node.path("crls")),
                new PolicyInputs(
                        List.copyOf(policies),
                        flag(info, "SetInitialExplicitPolicy"),
                        flag(info, "SetInitialPolicyMappingInhibit"),
                        flag(info, "SetInitialInhibitAnyPolicy")));
    }

    private static boolean flag(JsonNode info, String name) {
        return info.path(name).asText().equals("true");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
