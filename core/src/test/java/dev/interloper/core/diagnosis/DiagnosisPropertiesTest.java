package dev.interloper.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.ProxyServer;
import dev.interloper.core.probe.TcpOutcome;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever is known, and whatever comes back. */
class DiagnosisPropertiesTest {

    private static final List<String> CODES = Rules.bundled().rows().stream()
            .flatMap(rule -> rule.when().stream())
            .flatMap(condition -> condition.anyOf().stream())
            .map(Condition.Wanted::code)
            .distinct()
            .toList();

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> fact = Combinators.combine(Arbitraries.of(CODES), Arbitraries.of("", "70", "Contoso", "{host}"))
                .as((code, subject) -> new Fact(code, "seen: " + code, subject));
        return fact.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Exchange>> exchanges() {
        Arbitrary<byte[]> text = Arbitraries.of(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n\r\n",
                        "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n",
                        "SSH-2.0-x",
                        "HTTP/1.1 200 OK\r\n\r\n")
                .map(reply -> reply.getBytes(StandardCharsets.ISO_8859_1));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        return Combinators.combine(
                        Arbitraries.of(ProbeStep.class),
                        Arbitraries.of(TcpOutcome.class),
                        Arbitraries.of(Ending.class),
                        Arbitraries.oneOf(text, noise),
                        Arbitraries.of(true, false))
                .as(DiagnosisPropertiesTest::exchange)
                .list()
                .uniqueElements(Exchange::step)
                .ofMaxSize(8);
    }

    private static Exchange exchange(
            ProbeStep step, TcpOutcome tcp, Ending ending, byte[] reply, boolean throughProxy) {
        Exchange.Builder made = Exchange.of(step, "www.fabrikam.example", 443)
                .tcp("203.0.113.30:443", tcp, Duration.ofMillis(40))
                .serverNameSent("www.fabrikam.example")
                .ending(ending)
                .page(Bytes.copyOf(reply));
        if (throughProxy) {
            made.proxyReply(Bytes.copyOf(reply));
        } else {
            made.received(Bytes.copyOf(reply), Duration.ofMillis(3));
        }
        return made.build();
    }

    private static String told(Diagnosis diagnosis) {
        return diagnosis + "\n" + diagnosis.evidence() + diagnosis.otherFacts() + diagnosis.against()
                + diagnosis.remarks() + diagnosis.advice() + diagnosis.nextSteps() + diagnosis.alternatives();
    }

    private static Diagnosis ofFacts(List<Fact> facts) {
        Circumstances.Builder known = Circumstances.of("www.fabrikam.example", 443);
        facts.forEach(known::fact);
        return Rules.bundled().diagnose(known.build());
    }

    private static Diagnosis ofExchanges(List<Exchange> exchanges, boolean proxied) {
        ProbeObservation.Builder seen = ProbeObservation.of("www.fabrikam.example", 443, Instant.EPOCH)
                .lookup(new NameLookup(
                        "www.fabrikam.example",
                        NameLookup.Outcome.FOUND,
                        List.of("203.0.113.30"),
                        Duration.ofMillis(1)));
        if (proxied) {
            seen.proxy(ProxyServer.parse("http://proxy.example.com:3128"));
        }
        exchanges.forEach(seen::exchange);
        return Rules.bundled().diagnose(Circumstances.of(seen.build()).build());
    }

    @Property
    void diagnose_factsInAnotherOrderOrTwice_saysTheSame(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
        List<Fact> other = new ArrayList<>(facts);
        other.addAll(facts);
        Collections.shuffle(other, random);
        assertThat(told(ofFacts(other))).isEqualTo(told(ofFacts(facts)));
    }

    @Property
    void diagnose_exchangesInAnotherOrder_saysTheSame(
            @ForAll("exchanges") List<Exchange> exchanges, @ForAll boolean proxied, @ForAll Random random) {
        List<Exchange> other = new ArrayList<>(exchanges);
        Collections.shuffle(other, random);
        assertThat(told(ofExchanges(other, proxied))).isEqualTo(told(ofExchanges(exchanges, proxied)));
    }

    @Property
    void diagnose_whateverIsKnown_eachFactIsToldOnceAndSomethingIsSaid(@ForAll("facts") List<Fact> facts) {
        Diagnosis diagnosis = ofFacts(facts);
        List<Fact> told = new ArrayList<>(diagnosis.evidence());
        told.addAll(diagnosis.otherFacts());
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsAll(facts)
                .hasSameSizeAs(facts.stream().distinct().toList());
        assertThat(diagnosis.otherFacts()).containsAll(diagnosis.against());
        assertThat(diagnosis.summary()).isNotEmpty();
        assertThat(diagnosis.alternatives()).doesNotContain(diagnosis.code());
        assertThat(diagnosis.rule().isEmpty()).isEqualTo(diagnosis.source().isEmpty());
    }

    /** Peers' texts reach sentences in escaped form only. */
    @Property
    void diagnose_whateverComesBack_isPrintable(
            @ForAll("exchanges") List<Exchange> exchanges, @ForAll boolean proxied) {
        assertThat(told(ofExchanges(exchanges, proxied))
                                .lines()
                                .skip(1)
                                .toList()
                                .toString()
                        + exchanges.size())
                .matches("[^\\p{Cntrl}]*");
    }
}
