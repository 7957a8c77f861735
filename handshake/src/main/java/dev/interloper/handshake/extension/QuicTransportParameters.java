package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.registry.Registry;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The transport parameters of a QUIC endpoint (RFC 9001 section 8.2, RFC 9000 section 18); 0xffa5 was its number in drafts. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class QuicTransportParameters extends ExtensionBody {

    private static final int OLD_NUMBER = 0xffa5;

    private final List<Parameter> parameters = new ArrayList<>();

    QuicTransportParameters(Extension extension, HandshakeType in) {
        super(extension, in);
        boolean oldForm = extension.type() == OLD_NUMBER && isOldForm(extension.data());
        readFields(oldForm ? this::readOldForm : this::read);
    }

    /**
     * One parameter. Immutable.
     *
     * @param id its number in the IANA "QUIC Transport Parameters" registry, 0 to 2^62 - 1
     * @param value its bytes
     */
    public record Parameter(long id, Bytes value) {

        /**
         * The registered name.
         *
         * @return {@code GREASE (0x1b)} or {@code unknown (0x77)} for numbers without one
         */
        public String name() {
            return id <= Integer.MAX_VALUE
                    ? Registry.QUIC_TRANSPORT_PARAMETERS.nameOf((int) id)
                    : (id % 31 == 27 ? "GREASE (0x" : "unknown (0x") + Long.toHexString(id) + ")";
        }

        /**
         * The value as a number, which most parameters are.
         *
         * @return empty where it is not exactly one variable-length integer
         */
        public OptionalLong number() {
            WireReader in = value.reader();
            try {
                long number = varint(in, "value");
                return in.hasRemaining() ? OptionalLong.empty() : OptionalLong.of(number);
            } catch (MalformedException e) {
                return OptionalLong.empty();
            }
        }
    }

    /** <pre>{@code Transport Parameter { ID (i), Length (i), Value (..) }}</pre> */
    private void read(WireReader data) throws MalformedException {
        while (data.hasRemaining()) {
            long id = varint(data, "id");
            long length = varint(data, "length");
            if (length > data.remaining()) {
                throw data.malformed("value", length + " bytes", String.valueOf(data.remaining()));
            }
            parameters.add(new Parameter(id, data.bytes((int) length, "value")));
        }
    }

    /** Drafts before 27: 16-bit numbers and lengths in one vector. */
    private void readOldForm(WireReader data) throws MalformedException {
        WireReader list = data.vector16("parameters");
        while (list.hasRemaining()) {
            int id = list.u16("id");
            parameters.add(new Parameter(id, list.vector16("value").rest()));
        }
    }

    private static boolean isOldForm(Bytes data) {
        return data.length() >= 2 && (data.at(0) << 8 | data.at(1)) == data.length() - 2;
    }

    /** RFC 9000 section 16: the first two bits tell how many bytes there are. */
    private static long varint(WireReader in, String field) throws MalformedException {
        int first = in.u8(field);
        long value = first & 0x3f;
        for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
            value = value << 8 | in.u8(field);
        }
        return value;
    }

    /**
     * The parameters.
     *
     * @return in the order of the wire, GREASE included
     */
    public List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /**
     * One parameter.
     *
     * @param id its number
     * @return the first one of that number
     */
    public Optional<Parameter> parameter(long id) {
        return parameters.stream().filter(parameter -> parameter.id() == id).findFirst();
    }
}
