package dev.interloper.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Interloper;
import dev.interloper.core.fixture.Bundled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The drawing: nothing sticks out, a record is one frame, and no part of it is higher than paper. */
class LadderSvgTest {

    private static final Path HARD = Bundled.FOUNDING.resolveSibling("hard").resolve("pcap");
    /** At most this wide is a character at 11.5 px; times are smaller. */
    private static final double CHARACTER = 6.95;

    static Stream<Path> captures() {
        return Stream.of(
                Bundled.FOUNDING,
                Bundled.JSSE,
                Bundled.LARGE_CHAIN,
                HARD.resolve("hd__jsse-one-record__openssl-tls12.pcap"),
                HARD.resolve("hd__asks-client__openssl-tls12.pcap"),
                HARD.resolve("hd__portal-http__curl.pcap"),
                HARD.resolve("hi__copy-all-rsa__curl.pcap"));
    }

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> ladders(Path capture) {
        String page = HtmlReportTest.page(
                Interloper.builder().publicRoots(Bundled.publicRoots()).build().capture(capture));
        return all(HtmlReportTest.parsed(page).getDocumentElement(), "svg").stream()
                .filter(svg -> !svg.getAttribute("class").contains("bar"))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void write_anyFlight_keepsEverythingInside(Path capture) {
        List<Element> ladders = ladders(capture);

        assertThat(ladders).isNotEmpty();
        for (Element ladder : ladders) {
            String[] box = ladder.getAttribute("viewBox").split(" ", -1);
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (Element frame : all(ladder, "rect")) {
                assertThat(number(frame, "x")).isNotNegative();
                assertThat(number(frame, "x") + number(frame, "width")).isLessThanOrEqualTo(width);
                assertThat(number(frame, "y") + number(frame, "height")).isLessThanOrEqualTo(height);
            }
            for (Element text : all(ladder, "text")) {
                double length = text.getTextContent().length() * CHARACTER;
                boolean right = text.getAttribute("class").contains("right");
                boolean centred = text.getAttribute("class").isEmpty();
                double left = number(text, "x") - (right ? length : centred ? length / 2 : 0);
                assertThat(left).as(text.getTextContent()).isNotNegative();
                assertThat(left + length).as(text.getTextContent()).isLessThanOrEqualTo(width);
                assertThat(number(text, "y")).isLessThan(height);
            }
        }
    }

    /** A page of paper holds about 900; the pause and the packet that end a part come on top of its 300. */
    @ParameterizedTest
    @MethodSource("captures")
    void write_anyFlight_isInPartsThatFitOnPaper(Path capture) {
        for (Element ladder : ladders(capture)) {
            assertThat(Double.parseDouble(ladder.getAttribute("viewBox").split(" ", -1)[3]))
                    .isLessThan(700);
        }
    }

    /** Two frames would say two records. */
    @Test
    void box_recordWiderThanTheDrawing_isOneFrameWithRows() {
        List<String> messages =
                List.of("ServerHello 81 B", "Certificate 912 B", "ServerKeyExchange 296 B", "ServerHelloDone 0 B");
        LadderSvg.Box box = LadderSvg.Box.of(new FlightRung.Frame(true, messages));

        assertThat(box.rows()).hasSize(3);
        assertThat(box.rows().stream().flatMap(List::stream)).containsExactlyElementsOf(messages);
        assertThat(box.width()).isLessThanOrEqualTo(LadderSvg.ROOM);
    }

    @Test
    void box_longName_isCut() {
        LadderSvg.Box box = LadderSvg.Box.of(new FlightRung.Frame(true, List.of("x".repeat(300))));

        assertThat(box.width()).isLessThanOrEqualTo(LadderSvg.ROOM);
        assertThat(box.rows().get(0).get(0)).endsWith("x…");
    }

    @Test
    void write_longFlight_speaksOnce() {
        List<Element> ladders = ladders(Bundled.FOUNDING);

        assertThat(ladders).hasSizeGreaterThan(1);
        assertThat(ladders)
                .filteredOn(part -> part.getAttribute("role").equals("img"))
                .hasSize(1);
        assertThat(ladders.subList(1, ladders.size()))
                .allMatch(part -> part.getAttribute("aria-hidden").equals("true"));
    }
}
