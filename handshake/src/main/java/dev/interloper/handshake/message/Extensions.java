package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads blocks of extensions, and the ones that the rest of this package needs. */
final class Extensions {

    private Extensions() {}

    /**
     * <pre>{@code struct { ExtensionType extension_type; opaque extension_data<0..2^16-1>; } Extension;
     * Extension extensions<0..2^16-1>;}</pre>
     *
     * <p>Fills the list as it goes, so that extensions before an error stay.
     */
    static void read(WireReader in, List<Extension> into) throws MalformedException {
        WireReader block = in.vector16("extensions");
        while (block.hasRemaining()) {
            int type = block.u16("extension_type");
            into.add(new Extension(type, block.vector16("extension_data").rest()));
        }
    }

    static Optional<Bytes> find(List<Extension> extensions, int type) {
        return extensions.stream()
                .filter(extension -> extension.type() == type)
                .map(Extension::data)
                .findFirst();
    }

    /** The first name of type host_name; empty if there is none or it does not parse. */
    static Optional<Bytes> hostName(Bytes data) {
        try {
            WireReader names = data.reader().vector16("server_name_list");
            while (names.hasRemaining()) {
                int nameType = names.u8("name_type");
                Bytes name = names.vector16("host_name").rest();
                if (nameType == 0) {
                    return Optional.of(name);
                }
            }
        } catch (MalformedException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The names that parse, in order. */
    static List<String> protocolNames(Bytes data) {
        List<String> protocols = new ArrayList<>();
        try {
            WireReader names = data.reader().vector16("protocol_name_list");
            while (names.hasRemaining()) {
                protocols.add(names.vector8("protocol_name").rest().printable());
            }
        } catch (MalformedException e) {
            return List.copyOf(protocols);
        }
        return List.copyOf(protocols);
    }

    /** The versions of a ClientHello's list that parse, in order. */
    static List<TlsVersion> versions(Bytes data) {
        List<TlsVersion> versions = new ArrayList<>();
        try {
            WireReader list = data.reader().vector8("versions");
            while (list.hasRemaining()) {
                versions.add(new TlsVersion(list.u16("version")));
            }
        } catch (MalformedException e) {
            return List.copyOf(versions);
        }
        return List.copyOf(versions);
    }
}
