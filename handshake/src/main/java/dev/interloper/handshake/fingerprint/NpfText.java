package dev.interloper.handshake.fingerprint;

import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.ExtensionCursor;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one fingerprint of NPF. */
final class NpfText {

    /** Which extensions, in which order. */
    enum Form {
        WIRE,
        SORTED,
        SELECTED
    }

    /** An extension under the number that it is written with. */
    private record Element(int number, Bytes data) {

        static final Comparator<Element> ORDER = Comparator.comparingInt(Element::number)
                .thenComparingInt(element -> element.data().length())
                .thenComparing(element -> element.data().hex());
    }

    private final boolean fromClient;
    private final Text out = new Text();
    private boolean quic;

    NpfText(boolean fromClient) {
        this.fromClient = fromClient;
    }

    String client(String prefix, ClientHelloView hello, Form form) {
        out.add(prefix);
        hello(hello, form);
        return out.toString();
    }

    String quic(String prefix, int version, ClientHelloView hello, Form form) {
        quic = true;
        out.add(prefix).add('(').hex16(version >>> 16).hex16(version).add(')');
        hello(hello, form);
        return out.toString();
    }

    String server(ServerHelloView hello) {
        out.add("tls_server/(").hex16(hello.legacyVersion()).add(")(");
        out.hex16(hello.cipherSuite()).add(')');
        extensions(hello.extensions(), Form.WIRE);
        return out.toString();
    }

    private void hello(ClientHelloView hello, Form form) {
        out.add('(').hex16(hello.legacyVersion()).add(")(");
        for (int i = 0; i < hello.cipherSuiteCount(); i++) {
            out.hex16(NpfNumbers.degreased(hello.cipherSuite(i)));
        }
        out.add(')');
        extensions(hello.extensions(), form);
    }

    private void extensions(ExtensionCursor extensions, Form form) {
        List<Element> elements = new ArrayList<>();
        Map<Integer, Integer> seen = new HashMap<>();
        while (extensions.next()) {
            int type = extensions.type();
            int number = form == Form.SELECTED ? NpfNumbers.encoded(type) : NpfNumbers.degreased(type);
            boolean fits = form != Form.SELECTED
                    || (NpfNumbers.isIncluded(number)
                            && seen.merge(number, 1, Integer::sum) <= NpfNumbers.MOST_OF_A_KIND);
            if (fits) {
                elements.add(new Element(number, extensions.data().toBytes()));
            }
        }
        if (form != Form.WIRE) {
            elements.sort(Element.ORDER);
        }
        out.add(form == Form.WIRE ? '(' : '[');
        elements.forEach(this::element);
        out.add(form == Form.WIRE ? ')' : ']');
    }

    private void element(Element element) {
        if (quic && NpfNumbers.isTransportParameters(element.number())) {
            out.add("((").hex16(element.number()).add(")[");
            TransportParameterIds.of(element.data())
                    .forEach(id -> out.add('(').add(id).add(')'));
            out.add("])");
            return;
        }
        out.add('(').hex16(element.number());
        if (NpfNumbers.isFixed(element.number())) {
            out.hex16(element.data().length());
            contents(element);
        }
        out.add(')');
    }

    /** The lists that hold GREASE are written without it. */
    private void contents(Element element) {
        Bytes data = element.data();
        int list = switch (element.number()) {
            case Extension.SUPPORTED_GROUPS -> 2;
            case Extension.SUPPORTED_VERSIONS -> fromClient ? 1 : 0;
            default -> data.length();
        };
        int place = 0;
        while (place < data.length()) {
            if (place < list || place + 1 == data.length()) {
                out.hex8(data.at(place++));
            } else {
                out.hex16(NpfNumbers.degreased(data.at(place) << 8 | data.at(place + 1)));
                place += 2;
            }
        }
    }
}
