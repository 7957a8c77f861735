package dev.interloper.boards.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A case of x509-limbo; certificates and revocation lists in PEM, the chain with its leaf first. */
record LimboCase(
        String id,
        boolean mustPass,
        boolean client,
        List<String> anchors,
        List<String> chain,
        List<String> crls,
        Optional<Instant> at,
        Optional<String> serverName,
        List<String> emailAddresses,
        OptionalInt maxIntermediates) {

    static LimboCase of(JsonNode node) {
        List<String> chain = new ArrayList<>();
        chain.add(node.path("peer_certificate").asText());
        chain.addAll(texts(node.path("untrusted_intermediates")));
        JsonNode depth = node.path("max_chain_depth");
        JsonNode peer = node.path("expected_peer_name");
        List<String> emails = new ArrayList<>();
        for (JsonNode name : node.path("expected_peer_names")) {
            if (name.path("kind").asText().equals("RFC822")) {
                emails.add(name.path("value").asText());
            }
        }
        return new LimboCase(
                node.path("id").asText(),
                node.path("expected_result").asText().equals("SUCCESS"),
                node.path("validation_kind").asText().equals("CLIENT"),
                texts(node.path("trusted_certs")),
                chain,
                texts(node.path("crls")),
                text(node.path("validation_time"))
                        .map(time -> OffsetDateTime.parse(time).toInstant()),
                text(peer.path("value")),
                emails,
                depth.isInt() ? OptionalInt.of(depth.intValue()) : OptionalInt.empty());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
