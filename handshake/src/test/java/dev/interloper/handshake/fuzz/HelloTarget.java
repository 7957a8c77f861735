package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fingerprint.FingerprintWriter;
import dev.interloper.handshake.fingerprint.Ja3;
import dev.interloper.handshake.fingerprint.Ja3s;
import dev.interloper.handshake.fingerprint.Ja4;
import dev.interloper.handshake.fingerprint.Npf;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.CertificateView;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.ExtensionCursor;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageContext;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A body seen through the views of hellos and certificates, and fingerprinted: as through the objects. */
final class HelloTarget {

    private static final byte FILL = 0x5a;
    private static final int BEFORE = 3;

    private HelloTarget() {}

    static void accept(byte[] bytes) {
        Bytes body = Bytes.copyOf(bytes);
        byte[] buffer = new byte[BEFORE + bytes.length + 5];
        Arrays.fill(buffer, FILL);
        System.arraycopy(bytes, 0, buffer, BEFORE, bytes.length);
        client(body, buffer, false);
        client(body, buffer, true);
        server(body, buffer);
        certificate(body, buffer, TlsVersion.TLS_1_2, CertificateView.Form.LIST);
        certificate(body, buffer, TlsVersion.TLS_1_3, CertificateView.Form.ENTRIES);
    }

    private static void client(Bytes body, byte[] buffer, boolean datagram) {
        Protocol protocol = datagram ? Protocol.DTLS : Protocol.TLS;
        ClientHello hello = (ClientHello)
                MessageParser.parse(new HandshakeType(1), body, MessageTarget.NOWHERE, MessageContext.of(protocol));
        ClientHelloView view = new ClientHelloView();
        boolean wellFormed = view.reset(buffer, BEFORE, body.length(), datagram);

        assertThat(view.malformation()).isEqualTo(hello.malformation());
        assertThat(wellFormed).isEqualTo(hello.malformation().isEmpty());
        List<Integer> suites = new ArrayList<>();
        for (int i = 0; i < view.cipherSuiteCount(); i++) {
            suites.add(view.cipherSuite(i));
        }
        assertThat(suites).isEqualTo(hello.cipherSuites());
        assertThat(view.hasExtensions()).isEqualTo(hello.hasExtensions());
        List<Integer> types = new ArrayList<>();
        ExtensionCursor extensions = view.extensions();
        while (extensions.next()) {
            types.add(extensions.type());
        }
        assertThat(types)
                .isEqualTo(hello.extensions().stream()
                        .map(extension -> extension.type())
                        .toList());
        fingerprints(hello, view, protocol);
    }

    private static void fingerprints(ClientHello hello, ClientHelloView view, Protocol protocol) {
        FingerprintWriter writer = new FingerprintWriter();
        byte[] ja3 = new byte[FingerprintWriter.JA3_LENGTH];
        byte[] ja4 = new byte[FingerprintWriter.JA4_LENGTH];
        writer.ja3(view, ja3, 0);
        writer.ja4(view, protocol, ja4, 0);

        assertThat(new String(ja3, StandardCharsets.US_ASCII))
                .isEqualTo(Ja3.of(hello).hash());
        assertThat(Ja3.of(view)).isEqualTo(Ja3.of(hello));
        assertThat(new String(ja4, StandardCharsets.US_ASCII))
                .isEqualTo(Ja4.of(hello, protocol).ja4());
        writer.sortedJa3(view, ja3, 0);
        assertThat(new String(ja3, StandardCharsets.US_ASCII))
                .isEqualTo(Ja3.sorted(hello).hash());
        assertThat(Npf.of(hello).toString()).isNotEmpty();
    }

    private static void server(Bytes body, byte[] buffer) {
        ServerHello hello = (ServerHello)
                MessageParser.parse(new HandshakeType(2), body, MessageTarget.NOWHERE, MessageContext.of(Protocol.TLS));
        ServerHelloView view = new ServerHelloView();
        boolean wellFormed = view.reset(buffer, BEFORE, body.length());

        assertThat(view.malformation()).isEqualTo(hello.malformation());
        assertThat(wellFormed).isEqualTo(hello.malformation().isEmpty());
        assertThat(view.selectedVersion()).isEqualTo(hello.selectedVersion().code());
        assertThat(view.cipherSuite()).isEqualTo(hello.cipherSuite());
        assertThat(view.isHelloRetryRequest()).isEqualTo(hello.isHelloRetryRequest());
        byte[] ja3s = new byte[FingerprintWriter.JA3_LENGTH];
        new FingerprintWriter().ja3s(view, ja3s, 0);
        assertThat(new String(ja3s, StandardCharsets.US_ASCII))
                .isEqualTo(Ja3s.of(hello).hash());
    }

    private static void certificate(Bytes body, byte[] buffer, TlsVersion version, CertificateView.Form form) {
        CertificateMessage message = (CertificateMessage) MessageParser.parse(
                new HandshakeType(11),
                body,
                MessageTarget.NOWHERE,
                MessageContext.of(Protocol.TLS).withVersion(version));
        CertificateView view = new CertificateView();
        boolean wellFormed = view.reset(buffer, BEFORE, body.length(), form);

        assertThat(wellFormed).isEqualTo(message.malformation().isEmpty());
        assertThat(view.malformation()).isEqualTo(message.malformation());
        assertThat(view.count()).isEqualTo(message.entries().size());
        int index = 0;
        while (view.next()) {
            Bytes der = message.entries().get(index++).der();
            assertThat(view.der().length()).isEqualTo(der.length());
        }
        assertThat(index).isEqualTo(view.count());
    }
}
