package dev.interloper.handshake.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A hello's body put together again from what tshark tells of it, so that fingerprints can be checked of hellos that the reader does
 * not reach. Extensions whose contents tshark does not tell, and which no fingerprint reads, are zeros of the right length.
 */
final class OracleHello {

    private final JsonNode json;

    OracleHello(JsonNode json) {
        this.json = json;
    }

    boolean isComparable() {
        return json.has("random") && !json.has("malformed") && !json.has("partial");
    }

    boolean isDatagram() {
        return json.path("proto").asText().equals("dtls");
    }

    Protocol protocol() {
        return switch (json.path("proto").asText()) {
            case "dtls" -> Protocol.DTLS;
            case "quic" -> Protocol.QUIC;
            default -> Protocol.TLS;
        };
    }

    byte[] clientBody() {
        return Wire.of(wire -> {
            head(wire, true);
            if (isDatagram()) {
                wire.u8(0);
            }
            wire.vector16(numbers("ciphers", 2)).vector8(numbers("compression", 1));
            extensions(wire);
        });
    }

    byte[] serverBody() {
        return Wire.of(wire -> {
            // drafts 18 to 21 of TLS 1.3 had neither session id nor compression method
            boolean earlyDraft = json.path("compression").isNull();
            head(wire, !earlyDraft);
            wire.u16(json.path("cipher").asInt());
            if (!earlyDraft) {
                wire.u8(json.path("compression").asInt());
            }
            extensions(wire);
        });
    }

    private void head(Wire wire, boolean withSessionId) {
        wire.u16(Integer.decode(json.path("version").asText()));
        wire.raw(HexFormat.of().parseHex(json.path("random").asText()));
        if (withSessionId) {
            wire.vector8(HexFormat.of().parseHex(json.path("session_id").asText("")));
        }
    }

    private void extensions(Wire wire) {
        if (json.has("extensions")) {
            wire.vector16(Wire.of(block -> {
                for (int i = 0; i < json.get("extensions").size(); i++) {
                    int type = json.get("extensions").get(i).asInt();
                    int length = json.path("extension_lengths").path(i).asInt();
                    block.u16(type).vector16(contents(type, length));
                }
            }));
        }
    }

    private byte[] contents(int type, int length) {
        return switch (length == 0 ? -1 : type) {
            case 10 -> Wire.of(wire -> wire.vector16(numbers("groups", 2)));
            case 11 -> Wire.of(wire -> wire.vector8(numbers("ec_point_formats", 1)));
            case 13 -> Wire.of(wire -> wire.vector16(numbers("sig_algs", 2)));
            case 16 -> Wire.of(wire -> wire.vector16(protocols()));
            case 43 -> Wire.of(wire -> wire.vector8(numbers("supported_versions", 2)));
            default -> new byte[length];
        };
    }

    private byte[] protocols() {
        return Wire.of(wire ->
                json.path("alpn").forEach(name -> wire.vector8(name.asText().getBytes(StandardCharsets.ISO_8859_1))));
    }

    private byte[] numbers(String field, int width) {
        return Wire.of(wire -> json.path(field).forEach(number -> {
            if (width == 2) {
                wire.u16(number.asInt());
            } else {
                wire.u8(number.asInt());
            }
        }));
    }
}
