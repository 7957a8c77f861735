package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The host that the client asks for (RFC 6066 section 3); a server acknowledges it with an empty one. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerName extends ExtensionBody {

    /**
     * One name. Immutable.
     *
     * @param type its kind: 0 is a host name
     * @param value its bytes as sent, not checked
     */
    public record Name(int type, Bytes value) {}

    private static final int HOST_NAME = 0;

    private final List<Name> names = new ArrayList<>();

    ServerName(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { NameType name_type; opaque HostName<1..2^16-1>; } ServerName; ServerName server_name_list<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            return;
        }
        WireReader list = data.vector16("server_name_list");
        while (list.hasRemaining()) {
            int nameType = list.u8("name_type");
            names.add(new Name(nameType, list.vector16("name").rest()));
        }
    }

    /**
     * The names.
     *
     * @return in the order of the wire; empty where a server sent it
     */
    public List<Name> names() {
        return Collections.unmodifiableList(names);
    }

    /**
     * The first host name, in printable form: bytes that are not printable ASCII appear as {@code \xNN}.
     *
     * @return empty where there is none, or it has no bytes
     */
    public Optional<String> hostName() {
        return names.stream()
                .filter(name -> name.type() == HOST_NAME && !name.value().isEmpty())
                .map(name -> name.value().printable())
                .findFirst();
    }
}
