package dev.interloper.handshake.fuzz;

import dev.interloper.handshake.quic.QuicFrameTarget;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What takes bytes from strangers, each with a few inputs to begin with. A target throws if what was read is inconsistent. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum Target {
    CAPTURE(CaptureTarget::accept, Seeds::captures),
    STREAM(StreamTarget::accept, Seeds::streams),
    TAP(TapTarget::accept, Seeds::streams),
    DATAGRAM(DatagramTarget::accept, Seeds::datagrams),
    QUIC_FRAME(bytes -> Consistency.check(QuicFrameTarget.accept(bytes)), Seeds::quicFrames),
    MESSAGE(MessageTarget::accept, Seeds::messages),
    HELLO(HelloTarget::accept, Seeds::bodies),
    EXTENSION(ExtensionTarget::accept, Seeds::extensions),
    KEY_LOG(KeyLogTarget::accept, Seeds::keyLogs),
    SECRETS(SecretsTarget::accept, Seeds::keyLogs),
    DECRYPTION(DecryptionTarget::accept, Seeds::changes),
    COMPRESSION(CompressionTarget::accept, Seeds::compressed);

    private final Consumer<byte[]> consumer;
    private final Supplier<List<byte[]>> seeds;

    Target(Consumer<byte[]> consumer, Supplier<List<byte[]>> seeds) {
        this.consumer = consumer;
        this.seeds = seeds;
    }

    void accept(byte[] input) {
        consumer.accept(input);
    }

    List<byte[]> seeds() {
        return seeds.get();
    }
}
