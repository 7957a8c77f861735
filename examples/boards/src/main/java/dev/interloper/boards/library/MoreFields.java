package dev.interloper.boards.library;

import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import java.util.List;

/** What is inside extensions, and the fields of the messages that only some versions of the library decode. */
final class MoreFields {

    private MoreFields() {}

    static void add(Message message, Fields fields) {
        HandshakeMessage decoded = message.message();
        if (decoded instanceof ClientHello hello) {
            hello.serverName().ifPresent(name -> fields.put("sni", List.of(name)));
            fields.put("alpn", hello.applicationProtocols());
            fields.put(
                    "supported_versions",
                    hello.supportedVersions().stream()
                            .map(version -> (long) version.code())
                            .toList());
        }
    }
}
