package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib (RFC 1950). */
final class ZlibDecompressor implements CertificateDecompressor {

    private static final int ZLIB = 1;
    private static final int CHUNK = 8192;

    @Override
    public int algorithm() {
        return ZLIB;
    }

    @Override
    public Optional<Bytes> decompress(Bytes compressed, int maxLength) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed.toByteArray());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                if (length > maxLength - out.size()) {
                    return Optional.empty();
                }
                out.write(chunk, 0, length);
            }
            return Optional.of(Bytes.copyOf(out.toByteArray()));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
