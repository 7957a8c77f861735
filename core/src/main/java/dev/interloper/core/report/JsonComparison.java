package dev.interloper.core.report;

import dev.interloper.core.compare.ComparedAspect;
import dev.interloper.core.compare.Comparison;
import dev.interloper.core.spi.Observation;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON. */
final class JsonComparison {

    private JsonComparison() {}

    static void write(JsonWriter json, Observation seen) throws IOException {
        json.field("referenceStanding", lower(seen.referenceStanding()));
        json.name("comparison");
        Comparison comparison = Comparison.of(seen).orElse(null);
        if (comparison == null) {
            json.value((String) null);
            return;
        }
        json.beginObject()
                .field("referenceStart", comparison.reference().at().toString())
                .field("referenceServer", server(comparison.reference()))
                .name("aspects")
                .beginArray();
        for (ComparedAspect aspect : comparison.aspects()) {
            json.beginObject()
                    .field("name", lower(aspect.aspect()))
                    .field("group", lower(aspect.aspect().group()))
                    .field("seen", aspect.seen().orElse(null))
                    .field("reference", aspect.reference().orElse(null))
                    .field("likeness", lower(aspect.likeness()))
                    .field("matters", aspect.matters())
                    .field("remark", aspect.remark())
                    .end();
        }
        json.end().end();
    }

    private static @Nullable String server(Observation reference) {
        return reference
                .handshake()
                .map(handshake -> handshake.conversation().server().addressText())
                .orElse(null);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
