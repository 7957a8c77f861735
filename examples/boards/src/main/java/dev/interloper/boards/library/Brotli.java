package dev.interloper.boards.library;

import dev.interloper.handshake.message.CertificateDecompressor;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/** Brotli (RFC 7932) for certificates, by a library: what a user who meets such certificates would write. */
public final class Brotli implements CertificateDecompressor {

    private static final int ALGORITHM = 2;

    @Override
    public int algorithm() {
        return ALGORITHM;
    }

    @Override
    public Optional<Bytes> decompress(Bytes compressed, int maxLength) {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
            byte[] decompressed = in.readNBytes(maxLength);
            return in.read() < 0 ? Optional.of(Bytes.copyOf(decompressed)) : Optional.empty();
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
