package dev.interloper.certs.transparency;

import dev.interloper.certs.internal.json.JsonException;
import dev.interloper.certs.internal.json.JsonReader;
import dev.interloper.certs.internal.json.JsonValue;
import dev.interloper.certs.internal.json.JsonValue.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the v3 format of log lists. What it does not know it passes over; what it knows must be right. */
final class LogListJson {
    private final LogListBuilder logs = new LogListBuilder();

    private LogListJson() {}

    static LogList parse(String json, Optional<Instant> date) throws LogListException {
        try {
            return new LogListJson().list(JsonReader.parse(json), date);
        } catch (JsonException e) {
            throw new LogListException(e.offset(), e.problem());
        }
    }

    private LogList list(JsonValue root, Optional<Instant> given) throws JsonException {
        Optional<Instant> date = instant(root, "log_list_timestamp").or(() -> given);
        if (date.isEmpty()) {
            throw new JsonException(root.offset(), "expected a member \"log_list_timestamp\", the list's date");
        }
        for (JsonValue operator : root.required("operators").elements()) {
            String name = operator.required("name").string();
            if (name.isBlank()) {
                throw new JsonException(operator.offset(), "expected the operator's name, which policies count by");
            }
            add(operator, name, "logs", false);
            add(operator, name, "tiled_logs", true);
        }
        return logs.build(text(root, "version"), date.get());
    }

    private void add(JsonValue operator, String name, String member, boolean tiled) throws JsonException {
        Optional<JsonValue> list = operator.member(member);
        if (list.isEmpty()) {
            return;
        }
        for (JsonValue log : list.get().elements()) {
            String stated = log.required("log_id").string();
            try {
                String id = logs.add(entry(log, name, tiled)).base64();
                if (!id.equals(stated)) {
                    throw new JsonException(log.offset(), "log_id is not the SHA-256 of the key, which is " + id);
                }
            } catch (IllegalArgumentException e) {
                throw new JsonException(log.offset(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static LogEntry entry(JsonValue log, String operator, boolean tiled) throws JsonException {
        LogState state = LogState.UNKNOWN;
        Optional<Instant> since = Optional.empty();
        Optional<JsonValue> states = log.member("state");
        if (states.isPresent()) {
            for (Map.Entry<String, JsonValue> one : states.get().members().entrySet()) {
                state = LogState.named(one.getKey());
                since = one.getValue().kind() == Kind.OBJECT ? instant(one.getValue(), "timestamp") : Optional.empty();
            }
            if (states.get().members().size() > 1) {
                throw new JsonException(states.get().offset(), "expected one state, found several");
            }
        }
        Optional<JsonValue> interval = log.member("temporal_interval");
        Optional<JsonValue> delay = log.member("mmd");
        return new LogEntry(
                operator,
                text(log, "description"),
                log.required("key").string(),
                tiled,
                state,
                since,
                delay.isPresent() ? seconds(delay.get()) : Duration.ZERO,
                interval.isPresent() ? instant(interval.get(), "start_inclusive") : Optional.empty(),
                interval.isPresent() ? instant(interval.get(), "end_exclusive") : Optional.empty(),
                previous(log));
    }

    private static List<LogEntry.PreviousOperator> previous(JsonValue log) throws JsonException {
        List<LogEntry.PreviousOperator> previous = new ArrayList<>();
        Optional<JsonValue> list = log.member("previous_operators");
        if (list.isPresent()) {
            for (JsonValue one : list.get().elements()) {
                Instant until = moment(one.required("end_time"));
                previous.add(new LogEntry.PreviousOperator(one.required("name").string(), until));
            }
        }
        previous.sort(Comparator.comparing(LogEntry.PreviousOperator::until));
        return List.copyOf(previous);
    }

    private static Duration seconds(JsonValue value) throws JsonException {
        long seconds = value.integer();
        if (seconds < 0) {
            throw new JsonException(value.offset(), "expected seconds, found a negative number");
        }
        return Duration.ofSeconds(seconds);
    }

    private static String text(JsonValue object, String name) throws JsonException {
        Optional<JsonValue> member = object.member(name);
        return member.isPresent() ? member.get().string() : "";
    }

    private static Optional<Instant> instant(JsonValue object, String name) throws JsonException {
        Optional<JsonValue> member = object.member(name);
        return member.isPresent() ? Optional.of(moment(member.get())) : Optional.empty();
    }

    private static Instant moment(JsonValue value) throws JsonException {
        try {
            return OffsetDateTime.parse(value.string()).toInstant();
        } catch (DateTimeException e) {
            throw new JsonException(value.offset(), "expected a date and time of RFC 3339");
        }
    }
}
