package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A header by which proxies of any kind say that they forwarded a request. */
final class ForwardedHeaderSignal implements ClientSignal {

    private static final String ID = "header.forwarded";
    private static final double WEIGHT = 0.7;
    private static final Set<String> NAMES = load();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Intercepting proxies often add X-Forwarded-For, Via and their like.";
    }

    @Override
    public String falsePositives() {
        return "Content delivery networks, load balancers and browsers that compress through a proxy add them too: a hint, once, "
                + "however many there are.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        return client.headerNames().stream()
                .filter(NAMES::contains)
                .limit(1)
                .map(name -> Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "the request has a header \"" + name + "\", which proxies of any kind add",
                        "cloudflare/mitmengine badheader.txt @b587be9; RFC 7239; RFC 9110 section 7.6.3"))
                .toList();
    }

    private static Set<String> load() {
        return Table.bundled(
                ForwardedHeaderSignal.class,
                "forwarding-headers.tsv",
                (reader, file) -> Table.read(reader, file, List.of("header", "date", "source")).stream()
                        .map(row -> row.cell("header"))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
