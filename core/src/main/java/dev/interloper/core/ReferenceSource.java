package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.secrets.KeyLog;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a reference comes from: nowhere, a capture that is read when it is wanted, or one that was read before. */
final class ReferenceSource {

    static final ReferenceSource NONE = new ReferenceSource(null, KeyLog.empty(), KeyLog.empty(), null);

    private final @Nullable Capture capture;
    private final KeyLog ownKeys;
    private final KeyLog sharedKeys;
    private final @Nullable Reference ready;

    private ReferenceSource(@Nullable Capture capture, KeyLog ownKeys, KeyLog sharedKeys, @Nullable Reference ready) {
        this.capture = capture;
        this.ownKeys = ownKeys;
        this.sharedKeys = sharedKeys;
        this.ready = ready;
    }

    ReferenceSource of(Capture other, KeyLog keyLog) {
        return new ReferenceSource(
                Objects.requireNonNull(other, "other"), Objects.requireNonNull(keyLog, "keyLog"), sharedKeys, null);
    }

    ReferenceSource of(Reference read) {
        return new ReferenceSource(null, KeyLog.empty(), sharedKeys, Objects.requireNonNull(read, "read"));
    }

    ReferenceSource withSharedKeys(KeyLog keyLog) {
        return new ReferenceSource(capture, ownKeys, keyLog, ready);
    }

    @Nullable
    Reference read(Judge judge, @Nullable ServerName host) {
        if (capture == null) {
            return ready;
        }
        KeyLog keys = ownKeys.and(sharedKeys);
        return Reference.read(judge, keys.isEmpty() ? capture : capture.withKeyLog(keys), host);
    }
}
