package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One log as a list states it, before its key is decoded. The key is a SubjectPublicKeyInfo in Base64. */
record LogEntry(
        String operator,
        String description,
        String key,
        boolean tiled,
        LogState state,
        Optional<Instant> since,
        Duration mergeDelay,
        Optional<Instant> start,
        Optional<Instant> end,
        List<PreviousOperator> previousOperators) {

    /** Who ran the log until then; a log has them in the order of time. */
    record PreviousOperator(String name, Instant until) {}

    @Override
    public String toString() {
        String what = description.isEmpty() ? "a log" : SafeText.escape(description);
        return what + " (" + SafeText.escape(operator) + ")";
    }
}
