package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The versions that a client offers, or the server's choice (RFC 8446 section 4.2.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SupportedVersions extends ExtensionBody {

    private final List<TlsVersion> versions = new ArrayList<>();

    SupportedVersions(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code select (msg_type) { case client_hello: ProtocolVersion versions<2..254>; default: ProtocolVersion selected_version; };}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            versions.add(new TlsVersion(data.u16("selected_version")));
            return;
        }
        WireReader list = data.vector8("versions");
        while (list.hasRemaining()) {
            versions.add(new TlsVersion(list.u16("version")));
        }
    }

    /**
     * The versions.
     *
     * @return in the order of the wire, GREASE included; one where a server chose
     */
    public List<TlsVersion> versions() {
        return Collections.unmodifiableList(versions);
    }
}
