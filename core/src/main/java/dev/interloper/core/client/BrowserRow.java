package dev.interloper.core.client;

import dev.interloper.core.spi.Grade;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One fact about one family of browsers: a row of {@code browsers.tsv}. */
record BrowserRow(
        BrowserFamily family,
        int from,
        int through,
        BrowserRule rule,
        Set<Integer> values,
        @Nullable Grade grade,
        String source) {

    static final int FOR_EVER = Integer.MAX_VALUE;

    /** Without a version only what holds for all of them, for ever, can be said. */
    boolean appliesTo(UserAgent client) {
        OptionalInt version = client.version();
        return client.family() == family
                && (version.isPresent()
                        ? version.getAsInt() >= from
                        : from == 0 && (through == FOR_EVER || rule.isAlways()));
    }

    /** Whether the client is newer than what the row was checked for. */
    boolean isOutdatedFor(UserAgent client) {
        return client.version().orElse(0) > through;
    }

    List<Integer> broken(HelloShape hello) {
        if (rule.isAlways() && !(hello.isComplete() && hello.isOverTcp())) {
            return List.of();
        }
        return rule.broken(hello, values);
    }
}
