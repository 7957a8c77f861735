package dev.interloper.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What every page has: head, style, and the words that explain its terms. One file; nothing is fetched, nothing runs. */
final class HtmlPage {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String STYLES = "report.css";

    private HtmlPage() {}

    static String head(String title) {
        StringBuilder out =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        new HtmlWriter(out)
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .element("title", title)
                .styles(styles());
        return out.append("</head>\n<body>\n<main>\n").toString();
    }

    static String foot() {
        StringBuilder out = new StringBuilder();
        HtmlWriter html = new HtmlWriter(out);
        html.open("footer");
        html.element("h2", "How to read this");
        html.open("dl");
        for (List<String> term : TERMS) {
            html.element("dt", term.get(0)).element("dd", term.get(1));
        }
        html.close();
        html.element(
                "p",
                "Written by Interloper. This page is one file: it fetches nothing and runs nothing.",
                "class",
                "fine");
        html.close();
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static final List<List<String>> TERMS = List.of(
            List.of(
                    "Intercepted",
                    "Somebody on the way ends the encryption, can read and change what is sent, and encrypts it again with a"
                            + " certificate of its own. It takes a probability of 95 %, and decisive evidence or strong evidence of"
                            + " two kinds."),
            List.of("Direct", "The server itself answered; nobody in between can read along."),
            List.of("Inconclusive", "What was seen does not decide it. That leans to neither side."),
            List.of(
                    "Decisive, strong, weak",
                    "Decisive evidence is enough alone, strong evidence only with strong evidence of another kind. Weak evidence,"
                            + " such as a flight split into several packets, never carries a verdict, however much of it there is."),
            List.of(
                    "Weight",
                    "The natural logarithm of how many times likelier something is seen when the connection is intercepted. Plus"
                            + " speaks for interception, minus against it. A capture starts at one in five."),
            List.of("When", "Everything is judged as of the time of the packets, not of the reading."));

    private static String styles() {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(STYLES), STYLES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
