package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.extension.ExtensionBody;
import dev.interloper.handshake.extension.ExtensionDecoder;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;

/** An extension: its type, the message that it stands in, its data. */
final class ExtensionTarget {

    private ExtensionTarget() {}

    static void accept(byte[] bytes) {
        Input input = new Input(bytes);
        int type = input.u16();
        HandshakeType in = new HandshakeType(input.u8());
        Extension extension = new Extension(type, Bytes.copyOf(input.rest()));
        ExtensionBody body = ExtensionDecoder.decode(extension, in);

        assertThat(body.extension()).isEqualTo(extension);
        assertThat(body.in()).isEqualTo(in);
        assertThat(body.toString()).isNotEmpty();
        body.malformation().ifPresent(wrong -> {
            Consistency.checkPlace(wrong, extension.data().length());
            assertThat(wrong.path()).startsWith(extension.name());
        });
        assertThat(ExtensionDecoder.decode(extension, in).malformation()).isEqualTo(body.malformation());
    }
}
