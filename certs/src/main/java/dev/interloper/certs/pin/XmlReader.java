package dev.interloper.certs.pin;

import dev.interloper.certs.internal.SafeText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without document types and so without entities; nothing is ever fetched. */
final class XmlReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 50_000;
    private static final String DOCTYPE = "<!DOCTYPE";

    /** What Apple's tools write at the head of property lists. */
    private static final Pattern APPLE = Pattern.compile("<!DOCTYPE\\s+plist\\s+PUBLIC\\s+"
            + "\"-//Apple(?: Computer)?//DTD PLIST 1\\.0//EN\"\\s+"
            + "\"https?://www\\.apple\\.com/DTDs/PropertyList-1\\.0\\.dtd\"\\s*>");

    private XmlReader() {}

    static XmlElement read(String xml) {
        ConfigText.bound(xml);
        if (xml.contains(DOCTYPE)) {
            throw new PinSyntaxException(1, 1, "a document type is refused");
        }
        return parse(xml);
    }

    /** Passes over the one document type that property lists have. */
    static XmlElement readPropertyList(String xml) {
        ConfigText.bound(xml);
        Matcher apple = APPLE.matcher(xml);
        if (!apple.find()) {
            return read(xml);
        }
        String blank = apple.group().replaceAll("[^\r\n]", " "); // lines and columns stay where they are
        return read(xml.substring(0, apple.start()) + blank + xml.substring(apple.end()));
    }

    private static XmlElement parse(String xml) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            factory.setXMLResolver((publicId, systemId, base, namespace) -> {
                throw new XMLStreamException("external entities are refused");
            });
            return tree(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            Location where = e.getLocation();
            int line = where == null ? 1 : Math.max(where.getLineNumber(), 1);
            int column = where == null ? 1 : Math.max(where.getColumnNumber(), 1);
            throw new PinSyntaxException(line, column, "no well-formed XML: " + message(e));
        } catch (PinSyntaxException e) {
            throw e;
        } catch (RuntimeException e) { // the platform's parser has thrown these on hostile input
            throw new PinSyntaxException(1, 1, "no well-formed XML: " + message(e));
        }
    }

    private static String message(Exception e) {
        return SafeText.escape(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }

    private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = new XmlElement("", Map.of(), 1, 1);
        open.push(root);
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(reader);
                    if (++elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
                        throw element.error("more than " + MAX_ELEMENTS + " elements, or deeper than " + MAX_DEPTH);
                    }
                    open.element().add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().add(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw place(reader).error("document types and entities are refused");
                default -> {
                    // comments and processing instructions
                }
            }
        }
        return root.children().stream()
                .findFirst()
                .orElseThrow(() -> new PinSyntaxException(1, 1, "there is no element"));
    }

    private static XmlElement element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Location where = reader.getLocation();
        return new XmlElement(reader.getLocalName(), attributes, where.getLineNumber(), where.getColumnNumber());
    }

    private static XmlElement place(XMLStreamReader reader) {
        Location where = reader.getLocation();
        return new XmlElement("", Map.of(), where.getLineNumber(), where.getColumnNumber());
    }
}
