package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.wire.Malformation;
import java.util.ArrayList;
import java.util.List;

/** What holds of everything that is read, whatever the bytes were. */
final class Consistency {

    private Consistency() {}

    static void check(Handshake handshake) {
        assertThat(handshake.toString()).isNotEmpty();
        assertThat(FlightShape.of(handshake).toString()).isNotEmpty();
        handshake.serverCertificate();
        handshake.isResumed();
        handshake.startNanos();
        handshake.upgrades().forEach(upgrade -> assertThat(upgrade.toString()).isNotEmpty());
        handshake.alerts().forEach(alert -> assertThat(alert.toString()).isNotEmpty());
        handshake.problems().forEach(problem -> {
            assertThat(problem.offset()).isNotNegative();
            assertThat(problem.toString()).isNotEmpty();
        });
        handshake.messages().forEach(Consistency::check);
    }

    static void check(HandshakeMessage message) {
        assertThat(message.toString()).isNotEmpty();
        message.malformation()
                .ifPresent(wrong -> checkPlace(wrong, message.body().length()));
        for (Extension extension : extensions(message)) {
            ExtensionDecoder.decode(extension, message.type())
                    .malformation()
                    .ifPresent(wrong -> checkPlace(wrong, extension.data().length()));
        }
    }

    static void checkPlace(Malformation wrong, int length) {
        assertThat(wrong.offset()).isBetween(0, length);
        assertThat(wrong.path()).isNotEmpty();
        assertThat(wrong.toString()).isNotEmpty();
    }

    private static List<Extension> extensions(HandshakeMessage message) {
        List<Extension> extensions = new ArrayList<>();
        if (message instanceof ClientHello hello) {
            extensions.addAll(hello.extensions());
        } else if (message instanceof ServerHello hello) {
            extensions.addAll(hello.extensions());
        } else if (message instanceof CertificateMessage certificate) {
            certificate.entries().forEach(entry -> extensions.addAll(entry.extensions()));
        }
        return extensions;
    }
}
