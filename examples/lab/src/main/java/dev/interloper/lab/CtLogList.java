package dev.interloper.lab;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The lab's logs in the format of Chrome's log list, version 3. */
final class CtLogList {
    private CtLogList() {}

    static String json(Instant now, List<CtLog> logs) {
        return """
                {
                  "version": "1.0",
                  "log_list_timestamp": "%s",
                  "operators": [
                %s
                  ]
                }
                """.formatted(now, logs.stream().map(CtLogList::operator).collect(joining(",\n")));
    }

    private static String operator(CtLog log) {
        return """
                    {
                      "name": "%s",
                      "email": [],
                      "logs": [
                        {
                          "description": "%s",
                          "log_id": "%s",
                          "key": "%s",
                          "url": "https://%s.example/",
                          "mmd": 86400,
                          "state": { "usable": { "timestamp": "2026-01-01T00:00:00Z" } }
                        }
                      ]
                    }\
                """.formatted(
                        log.operator,
                        log.description,
                        Base64.getEncoder().encodeToString(log.id()),
                        log.publicKey(),
                        log.description.toLowerCase(Locale.ROOT).replace(' ', '.'));
    }
}
