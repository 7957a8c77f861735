package dev.interloper.core.scenario;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.Interloper;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.probe.DatagramReply;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.ProxyServer;
import dev.interloper.core.probe.TcpOutcome;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.tap.HandshakeTap;
import dev.interloper.handshake.wire.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A situation as a probe would see it, told step by step; the bytes are those of the wire. */
final class Scene {

    static final String EDGE = "203.0.113.30";

    /** The hello of seed-scenario 1.2 as media clients send it. */
    private static final Bytes MICROSOFT_HELLO = Bytes.ofHex("160301002d010000290301"
            + "c1fcd5a36d93dd7e0b45673fec7985fbbc3fd660c2ce8485081b8121bcaa10fb00000200180100");

    private static final Bytes GOOGLE_HELLO =
            Bytes.ofHex("8046010301002d000000100100800300800700c006004002008004008000000400feff00000a00fefe00000900"
                    + "00640000620000030000061f170ca62f0078fc46552eb18339f1ea");

    private final String host;
    private final ProbeObservation.Builder seen;
    private final List<Fact> known = new ArrayList<>();
    private final List<AnchorSet> anchors = new ArrayList<>();
    private boolean looked;

    private Scene(String host) {
        this.host = host;
        seen = ProbeObservation.of(host, 443, TestPki.NOW);
    }

    static Scene of(String host) {
        return new Scene(host);
    }

    Scene resolved(NameLookup.Outcome outcome, String... addresses) {
        looked = true;
        seen.lookup(new NameLookup(host, outcome, List.of(addresses), Duration.ofMillis(12)));
        return this;
    }

    Scene tcp(TcpOutcome outcome) {
        seen.exchange(Exchange.of(ProbeStep.HANDSHAKE, host, 443)
                .tcp(EDGE + ":443", outcome, Duration.ofSeconds(5))
                .build());
        return this;
    }

    Scene control(TcpOutcome outcome) {
        seen.exchange(Exchange.of(ProbeStep.CONTROL_HOST, "control.example.com", 443)
                .tcp("198.51.100.7:443", outcome, Duration.ofMillis(20))
                .ending(outcome == TcpOutcome.CONNECTED ? Ending.COMPLETE : Ending.NOT_CONNECTED)
                .build());
        return this;
    }

    Scene proxy(String reply, boolean refused) {
        seen.proxy(ProxyServer.parse("http://proxy.example.com:3128"));
        seen.exchange(connected(ProbeStep.HANDSHAKE, host)
                .proxyReply(bytes(reply))
                .ending(refused ? Ending.TUNNEL_REFUSED : Ending.COMPLETE)
                .build());
        return this;
    }

    /** What comes back to a real hello that names the host. */
    Scene answers(byte[] reply, Ending ending) {
        return answers(ProbeStep.HANDSHAKE, true, reply, ending);
    }

    Scene answersWithoutName(byte[] reply, Ending ending) {
        return answers(ProbeStep.WITHOUT_SNI, false, reply, ending);
    }

    private Scene answers(ProbeStep step, boolean named, byte[] reply, Ending ending) {
        Exchange.Builder made =
                connected(step, host).ending(ending).handshake(handshake(Tls.handshake(Tls.clientHello(host)), reply));
        if (named) {
            made.serverNameSent(host);
        }
        if (reply.length > 0) {
            made.received(Bytes.copyOf(reply), Duration.ofMillis(41));
        }
        seen.exchange(made.build());
        return this;
    }

    Scene answers(String text) {
        return answers(text.getBytes(StandardCharsets.ISO_8859_1), Ending.NOT_TLS);
    }

    /** A flight of TLS 1.2 with these certificates. */
    Scene shows(X509Certificate... chain) {
        return shows(ProbeStep.HANDSHAKE, host, chain);
    }

    Scene showsAgain(X509Certificate... chain) {
        return shows(ProbeStep.SECOND_HANDSHAKE, host, chain);
    }

    Scene compared(String other, X509Certificate... chain) {
        return shows(ProbeStep.COMPARED_HOSTS, other, chain);
    }

    Scene canary(String name, X509Certificate... chain) {
        seen.exchange(flight(ProbeStep.CANARY_NAME, host, name, chain).build());
        return this;
    }

    private Scene shows(ProbeStep step, String name, X509Certificate... chain) {
        seen.exchange(flight(step, name, name, chain).build());
        return this;
    }

    private static Exchange.Builder flight(ProbeStep step, String to, String name, X509Certificate... chain) {
        byte[] reply = Tls.handshake(Tls.serverHello(), Tls.certificate(List.of(chain)), Tls.serverHelloDone());
        Exchange.Builder made = connected(step, to)
                .ending(Ending.COMPLETE)
                .handshake(handshake(Tls.handshake(Tls.clientHello(name)), reply))
                .chain(CertificateChain.of(List.of(chain)))
                .received(Bytes.copyOf(reply), Duration.ofMillis(41))
                .trustedByPlatform(false);
        return name.matches("[0-9.]+") ? made : made.serverNameSent(name);
    }

    Scene microsoft(Ending ending, byte[]... pieces) {
        return pseudo(ProbeStep.PSEUDO_TLS_MICROSOFT, MICROSOFT_HELLO, ending, pieces);
    }

    Scene google(Ending ending, byte[]... pieces) {
        return pseudo(ProbeStep.PSEUDO_TLS_GOOGLE, GOOGLE_HELLO, ending, pieces);
    }

    private Scene pseudo(ProbeStep step, Bytes hello, Ending ending, byte[]... pieces) {
        byte[] all = Tls.join(pieces);
        Exchange.Builder made = connected(step, host).ending(ending).handshake(handshake(hello.toByteArray(), pieces));
        if (all.length > 0) {
            made.received(Bytes.copyOf(all), Duration.ofMillis(41));
        }
        seen.exchange(made.build());
        return this;
    }

    Scene page(ProbeStep step, String reply, X509Certificate... chain) {
        String name = step == ProbeStep.ADDRESS_PAGE ? EDGE : host;
        seen.exchange(flight(step, name, name, chain).page(bytes(reply)).build());
        return this;
    }

    Scene canaryPage(String canary, String reply) {
        seen.exchange(Exchange.of(ProbeStep.CAPTIVE_PORTAL, canary, 80)
                .tcp("198.51.100.9:80", TcpOutcome.CONNECTED, Duration.ofMillis(9))
                .ending(Ending.COMPLETE)
                .page(bytes(reply))
                .build());
        return this;
    }

    Scene stun(DatagramReply.Outcome outcome) {
        seen.stun(new DatagramReply(EDGE, 3478, outcome, Optional.empty(), Duration.ofSeconds(2)));
        return this;
    }

    Scene symptom(Symptom symptom) {
        known.add(symptom.fact());
        return this;
    }

    /** Something that a probe cannot see by itself. */
    Scene known(String code, String statement) {
        known.add(Fact.of(code, statement));
        return this;
    }

    Scene known(String code, String statement, String subject) {
        known.add(new Fact(code, statement, subject));
        return this;
    }

    /** What the client trusts besides the public roots. */
    Scene trusts(X509Certificate anchor) {
        anchors.add(AnchorSet.of("the organisation's", List.of(anchor)));
        return this;
    }

    ProbeReport report() {
        return judge(observation(), known);
    }

    /** The same, told from its end. */
    ProbeReport backwards() {
        ProbeObservation told = observation();
        ProbeObservation.Builder other = ProbeObservation.of(told.host(), told.port(), told.at());
        told.proxy().ifPresent(other::proxy);
        told.lookups().forEach(other::lookup);
        told.stun().ifPresent(other::stun);
        List<Exchange> exchanges = new ArrayList<>(told.exchanges());
        Collections.reverse(exchanges);
        exchanges.forEach(other::exchange);
        List<Fact> facts = new ArrayList<>(known);
        Collections.reverse(facts);
        return judge(other.build(), facts);
    }

    private ProbeObservation observation() {
        if (!looked) {
            resolved(NameLookup.Outcome.FOUND, EDGE);
        }
        return seen.build();
    }

    private ProbeReport judge(ProbeObservation observation, List<Fact> facts) {
        Interloper.Builder interloper = Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS);
        anchors.forEach(interloper::extraAnchors);
        return interloper.build().probed(observation, facts);
    }

    private static Exchange.Builder connected(ProbeStep step, String host) {
        return Exchange.of(step, host, 443).tcp(EDGE + ":443", TcpOutcome.CONNECTED, Duration.ofMillis(40));
    }

    static Handshake handshake(byte[] hello, byte[]... replies) {
        long[] clock = {TestPki.NOW.getEpochSecond() * 1_000_000_000L};
        HandshakeTap tap = HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults()))
                .withClock(() -> clock[0] += 41_000_000);
        tap.receive(Direction.CLIENT_TO_SERVER, hello, 0, hello.length);
        for (byte[] reply : replies) {
            tap.receive(Direction.SERVER_TO_CLIENT, reply, 0, reply.length);
        }
        try {
            return tap.handshake(
                    new Endpoint(InetAddress.getByName("192.0.2.10"), 50_000),
                    new Endpoint(InetAddress.getByName(EDGE), 443));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An authority whose name is a product's. */
    static X509Certificate authority(String name) {
        return TestPki.authority(name, TestPki.key(name), name, TestPki.key(name))
                .mint();
    }

    /** A leaf as engines leave it, made minutes ago by the authority of that name. */
    static TestPki.Minting minted(String authority, String... names) {
        return new TestPki.Minting("CN=" + names[0], TestPki.rsa(2048), authority, TestPki.key(authority))
                .server(names)
                .valid(TestPki.NOW.minus(Duration.ofMinutes(2)), Duration.ofDays(365));
    }
}
