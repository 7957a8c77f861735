package dev.interloper.core.compare;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.extension.ExtensionBody;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.extension.KeyShare;
import dev.interloper.handshake.extension.SupportedGroups;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.record.TlsVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client offered: a server that was not offered a thing does not lack it. Where no hello was seen, nothing was offered. */
final class Offer {

    private static final int KEY_SHARE = 51;

    private final @Nullable ClientHello hello;

    private Offer(@Nullable ClientHello hello) {
        this.hello = hello;
    }

    static Offer of(Handshake handshake) {
        return new Offer(handshake.clientHello().orElse(null));
    }

    boolean version(TlsVersion version) {
        if (hello == null) {
            return false;
        }
        List<TlsVersion> versions = hello.supportedVersions();
        return versions.isEmpty()
                ? !version.isTls13()
                        && version.asTls().code()
                                <= hello.legacyVersion().asTls().code()
                : versions.contains(version);
    }

    boolean extension(int type) {
        return hello != null && hello.extension(type).isPresent();
    }

    boolean protocol(String name) {
        return hello != null && hello.applicationProtocols().contains(name);
    }

    /** Whether both suites were offered, this one first. */
    boolean prefersSuite(int first, int second) {
        return hello != null && inOrder(hello.cipherSuites(), first, second);
    }

    /** Whether both groups were offered, this one first; in TLS 1.3 with keys. */
    boolean prefersGroup(int first, int second, boolean tls13) {
        return inOrder(tls13 ? shares() : groups(), first, second);
    }

    boolean share(int group) {
        return shares().contains(group);
    }

    private static boolean inOrder(List<Integer> offered, int first, int second) {
        int from = offered.indexOf(first);
        return from >= 0 && offered.subList(from, offered.size()).contains(second);
    }

    private List<Integer> groups() {
        return extension(Extension.SUPPORTED_GROUPS, SupportedGroups.class)
                .map(SupportedGroups::groups)
                .orElse(List.of());
    }

    private List<Integer> shares() {
        return extension(KEY_SHARE, KeyShare.class)
                .map(share ->
                        share.entries().stream().map(KeyShare.Entry::group).toList())
                .orElse(List.of());
    }

    private <T extends ExtensionBody> Optional<T> extension(int type, Class<T> kind) {
        return hello == null
                ? Optional.empty()
                : ExtensionDecoder.find(hello.extensions(), HandshakeType.CLIENT_HELLO, type, kind);
    }
}
