package dev.interloper.boards.accuracy;

import java.util.Map;
import java.util.Optional;

/** One row of labels.tsv: a connection, and what is true of it. */
record LabelledCase(Map<String, String> row) {

    private static final String NONE = "-";

    String name() {
        return cell("case");
    }

    String label() {
        return cell("label");
    }

    boolean intercepted() {
        return label().equals("intercepted");
    }

    String interceptor() {
        return cell("interceptor");
    }

    String capture() {
        return cell("client_pcap");
    }

    Optional<String> keyLog() {
        return Optional.of(cell("keylog")).filter(file -> !file.equals(NONE) && !file.isEmpty());
    }

    Optional<String> serverName() {
        return Optional.of(cell("sni")).filter(name -> !name.equals(NONE) && !name.isEmpty());
    }

    /** Where several servers of one name share a capture, {@code net} tells which is meant. */
    Optional<String> server() {
        for (String part : cell("net").split(",", -1)) {
            if (part.startsWith("server=")) {
                return Optional.of(part.substring("server=".length()));
            }
        }
        return Optional.empty();
    }

    /** What a careful expert would say. */
    Optional<String> expected() {
        return Optional.of(cell("expect")).filter(verdict -> !verdict.isEmpty());
    }

    /** What the tables group by: the engine of an intercepted case, relay and origin of a direct one. */
    String group() {
        return intercepted() ? interceptor() : interceptor() + " " + cell("origin");
    }

    private String cell(String column) {
        return row.getOrDefault(column, "");
    }
}
