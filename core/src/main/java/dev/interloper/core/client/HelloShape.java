package dev.interloper.core.client;

import dev.interloper.handshake.extension.EcPointFormats;
import dev.interloper.handshake.extension.ExtensionBody;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.SignatureAlgorithms;
import dev.interloper.handshake.extension.SupportedGroups;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.registry.Grease;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a hello offers, in numbers, GREASE taken out and remembered. Lists keep the order of the wire. */
final class HelloShape {

    static final int EC_POINT_FORMATS = 11;
    static final int PADDING = 21;
    static final int QUIC_TRANSPORT_PARAMETERS = 57;
    static final int RENEGOTIATION_INFO = 0xff01;
    static final int RENEGOTIATION_SCSV = 0x00ff;
    static final int FALLBACK_SCSV = 0x5600;

    private final boolean complete;
    private final boolean overTcp;
    private final boolean grease;
    private final int legacyVersion;
    private final int highestVersion;
    private final List<Integer> suites;
    private final List<Integer> extensions;
    private final List<Integer> groups;
    private final List<Integer> schemes;
    private final List<Integer> pointFormats;
    private final List<Integer> compression;

    HelloShape(ClientHello hello) {
        List<Integer> types = hello.extensions().stream().map(Extension::type).toList();
        complete = hello.malformation().isEmpty() && !hello.cipherSuites().isEmpty();
        overTcp = !hello.isDatagram() && !types.contains(QUIC_TRANSPORT_PARAMETERS);
        grease = hello.cipherSuites().stream().anyMatch(Grease::is);
        legacyVersion = hello.legacyVersion().asTls().code();
        highestVersion = hello.supportedVersions().stream()
                .map(TlsVersion::asTls)
                .filter(version -> !Grease.is(version.code()))
                .mapToInt(version -> version.isTls13() ? TlsVersion.TLS_1_3.code() : version.code())
                .max()
                .orElse(legacyVersion);
        suites = withoutGrease(hello.cipherSuites());
        extensions = withoutGrease(types);
        groups = withoutGrease(body(hello, Extension.SUPPORTED_GROUPS, SupportedGroups.class)
                .map(SupportedGroups::groups)
                .orElse(List.of()));
        schemes = withoutGrease(body(hello, Extension.SIGNATURE_ALGORITHMS, SignatureAlgorithms.class)
                .map(SignatureAlgorithms::schemes)
                .orElse(List.of()));
        pointFormats = numbers(body(hello, EC_POINT_FORMATS, EcPointFormats.class)
                .map(EcPointFormats::formats)
                .orElse(Bytes.EMPTY));
        compression = numbers(hello.compressionMethods());
    }

    private static <T extends ExtensionBody> Optional<T> body(ClientHello hello, int type, Class<T> kind) {
        return ExtensionDecoder.find(hello.extensions(), HandshakeType.CLIENT_HELLO, type, kind);
    }

    private static List<Integer> withoutGrease(List<Integer> numbers) {
        return numbers.stream().filter(number -> !Grease.is(number)).toList();
    }

    private static List<Integer> numbers(Bytes bytes) {
        List<Integer> numbers = new ArrayList<>(bytes.length());
        for (int i = 0; i < bytes.length(); i++) {
            numbers.add(bytes.at(i));
        }
        return List.copyOf(numbers);
    }

    /** Whether all of it was there and well-formed, so that what is missing is missing. */
    boolean isComplete() {
        return complete;
    }

    /** QUIC and DTLS leave out much of what belongs to TLS over TCP. */
    boolean isOverTcp() {
        return overTcp;
    }

    boolean hasGrease() {
        return grease;
    }

    int legacyVersion() {
        return legacyVersion;
    }

    int highestVersion() {
        return highestVersion;
    }

    boolean isRetryAtLowerVersion() {
        return suites.contains(FALLBACK_SCSV);
    }

    boolean offersSecureRenegotiation() {
        return suites.contains(RENEGOTIATION_SCSV) || extensions.contains(RENEGOTIATION_INFO);
    }

    List<Integer> suites() {
        return suites;
    }

    List<Integer> extensions() {
        return extensions;
    }

    List<Integer> groups() {
        return groups;
    }

    List<Integer> schemes() {
        return schemes;
    }

    List<Integer> pointFormats() {
        return pointFormats;
    }

    List<Integer> compression() {
        return compression;
    }
}
