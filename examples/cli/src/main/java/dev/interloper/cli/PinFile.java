package dev.interloper.cli;

import dev.interloper.certs.pin.NetworkSecurityConfig;
import dev.interloper.certs.pin.OkHttpPins;
import dev.interloper.certs.pin.PinImport;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.pin.PinSyntaxException;
import dev.interloper.certs.pin.TrustKitConfig;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of pins as applications have them: OkHttp's lines, Android's network security configuration, or TrustKit's list. */
final class PinFile {

    private static final int START = 4096;

    private PinFile() {}

    /** Reads it, and hands over a sentence for each setting that is of no use here. */
    static PinPolicy read(Path file, Consumer<String> leftOut) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(START);
            String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            in.reset();
            return read(start, in, leftOut);
        } catch (PinSyntaxException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static PinPolicy read(String start, InputStream in, Consumer<String> leftOut) throws IOException {
        if (!start.replace("\ufeff", "").stripLeading().startsWith("<")) {
            return OkHttpPins.read(in);
        }
        PinImport found = start.contains("<plist") ? TrustKitConfig.read(in) : NetworkSecurityConfig.read(in);
        found.findings().forEach(finding -> leftOut.accept(finding.sentence()));
        return found.policy();
    }
}
