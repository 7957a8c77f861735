package dev.interloper.certs.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a configuration, by local names, with the place where it begins. */
final class XmlElement {
    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private final int column;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, Map<String, String> attributes, int line, int column) {
        this.name = name;
        this.attributes = Map.copyOf(attributes);
        this.line = Math.max(line, 1);
        this.column = Math.max(column, 1);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    List<XmlElement> children() {
        return children;
    }

    List<XmlElement> children(String named) {
        return children.stream().filter(c -> c.name.equals(named)).toList();
    }

    Optional<XmlElement> child(String named) {
        List<XmlElement> found = children(named);
        if (found.size() > 1) {
            throw found.get(1).error("a second <" + named + "> in one <" + name + ">");
        }
        return found.stream().findFirst();
    }

    Optional<String> attribute(String named) {
        return Optional.ofNullable(attributes.get(named));
    }

    boolean flag(String named, boolean otherwise) {
        String value = attributes.getOrDefault(named, Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(named + " must be true or false, is " + PinSyntaxException.quoted(value));
        };
    }

    /** The characters directly in it, without blanks around. */
    String text() {
        return text.toString().strip();
    }

    /** The pin on a key whose digest the element holds. */
    Pin keyPin() {
        try {
            return Pin.of(PinText.digest(text(), 0));
        } catch (PinSyntaxException e) {
            throw error(e.reason());
        }
    }

    PinSyntaxException error(String reason) {
        return new PinSyntaxException(line, column, reason);
    }
}
