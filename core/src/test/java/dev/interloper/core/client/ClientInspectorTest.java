package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClientInspectorTest {

    private static final ClientInspector INSPECTOR = ClientInspector.create();

    private static ClientVerdict judge(Hellos hello, String userAgent, String... headers) {
        return INSPECTOR
                .hello(hello.build())
                .userAgent(userAgent)
                .headerNames(Arrays.asList(headers))
                .inspect();
    }

    private static List<String> signals(ClientVerdict verdict) {
        return verdict.evidence().stream().map(Evidence::signal).toList();
    }

    private static void finds(String signal, ClientVerdict verdict) {
        assertThat(signals(verdict)).contains(signal);
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INTERCEPTED);
    }

    @Test
    void ownHello_ofTheBrowserNamed_isConsistent() {
        for (ClientVerdict verdict : List.of(
                judge(Hellos.chromium(), Agents.chrome(156)),
                judge(Hellos.firefox(), Agents.firefox(153)),
                judge(Hellos.chrome48(), Agents.chrome(48)),
                judge(Hellos.explorer(), Agents.EXPLORER_11))) {
            assertThat(verdict.outcome()).isEqualTo(ClientOutcome.CONSISTENT);
            assertThat(verdict.probability()).isLessThan(0.01);
            assertThat(signals(verdict)).containsExactly("browser.fits");
        }
    }

    @Test
    void newerRelease_withNumbersNotKnownYet_isInconclusive() {
        Hellos newer = Hellos.chromium()
                .moreSuites(0x13a1)
                .extension(0xfabc)
                .groups(0x11ed, 0x1d)
                .schemes(0x0907, 0x0403);
        ClientVerdict verdict = judge(newer, Agents.chrome(300));
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        assertThat(signals(verdict)).containsExactly("browser.unknown-offer");
    }

    @Test
    void newerRelease_thatDroppedTls12_isNotIntercepted() {
        Hellos newer = Hellos.chromium()
                .without(23)
                .without(0xff01)
                .without(11)
                .without(35)
                .without(5);
        assertThat(judge(newer, Agents.chrome(300)).outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        assertThat(judge(newer, Agents.chrome(150)).outcome()).isEqualTo(ClientOutcome.INTERCEPTED);
    }

    @Test
    void emulatedDevice_isNotIntercepted() {
        assertThat(judge(Hellos.chromium(), Agents.IPHONE_18).outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        for (ClientVerdict verdict : List.of(
                judge(Hellos.firefox(), Agents.IPHONE_18),
                judge(Hellos.chromium(), Agents.firefox(153)),
                judge(Hellos.firefox(), Agents.chrome(150)))) {
            assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
            assertThat(signals(verdict)).containsExactly("browser.other");
        }
    }

    @Test
    void foreignExtension_convicts() {
        finds("browser.foreign-extension", judge(Hellos.chrome48().extension(15, 1), Agents.chrome(48)));
        finds("browser.foreign-extension", judge(Hellos.explorer().extension(22), Agents.EXPLORER_11));
    }

    @Test
    void foreignSuite_convicts_fromTheVersionThatGaveItUp() {
        finds("browser.foreign-suite", judge(Hellos.chrome48().moreSuites(0x0003), Agents.chrome(48)));
        finds("browser.foreign-suite", judge(Hellos.chrome48().moreSuites(0x0005), Agents.chrome(49)));
        assertThat(judge(Hellos.chrome48().moreSuites(0x0005), Agents.chrome(48))
                        .outcome())
                .isEqualTo(ClientOutcome.CONSISTENT);
    }

    @Test
    void foreignGroup_convicts() {
        finds("browser.foreign-group", judge(Hellos.firefox().groups(0x1d, 0x17, 0x0e), Agents.firefox(153)));
    }

    @Test
    void foreignScheme_convicts() {
        finds("browser.foreign-scheme", judge(Hellos.firefox().schemes(0x0403, 0x0101), Agents.firefox(44)));
    }

    @Test
    void pointFormat_convicts() {
        finds("browser.point-format", judge(Hellos.chrome48().formats(0, 1, 2), Agents.chrome(48)));
    }

    @Test
    void compression_convicts_afterCrime() {
        finds("browser.compression", judge(Hellos.chrome48().compression(1, 0), Agents.chrome(48)));
        assertThat(signals(judge(Hellos.chrome48().compression(1, 0), Agents.chrome(21))))
                .doesNotContain("browser.compression");
    }

    @Test
    void missingExtension_convicts_unlessASettingCanDoIt() {
        finds("browser.missing-extension", judge(Hellos.chrome48().without(23), Agents.chrome(48)));
        assertThat(judge(Hellos.explorer().without(5), Agents.EXPLORER_11).outcome())
                .isEqualTo(ClientOutcome.INCONCLUSIVE);
    }

    @Test
    void missingRenegotiation_convicts() {
        finds("browser.missing-renegotiation", judge(Hellos.explorer().without(0xff01), Agents.EXPLORER_11));
    }

    @Test
    void missingGrease_convicts_fromChrome55() {
        Hellos bald = Hellos.chromium().withoutSuite(0x2a2a).without(0x2a2a).groups(0x1d, 0x17, 0x18);
        finds("browser.missing-grease", judge(bald, Agents.chrome(131)));
        assertThat(signals(judge(bald, Agents.chrome(54)))).doesNotContain("browser.missing-grease");
        assertThat(judge(bald, Agents.chrome(300)).outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
    }

    @Test
    void versionBelow_convicts_byTwo_andIsStrongByOne() {
        Hellos old = Hellos.explorer().without(13);
        finds("browser.version-below", judge(old.version(0x0301), Agents.EXPLORER_11));
        ClientVerdict one = judge(old.version(0x0302), Agents.EXPLORER_11);
        assertThat(one.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        assertThat(one.evidence()).anyMatch(item -> item.grade() == Grade.STRONG && item.weight() > 0);
    }

    @Test
    void versionBelow_inARetryThatSaysSo_isNothing() {
        Hellos retry = Hellos.chrome48().version(0x0301).without(13).moreSuites(0x5600);
        assertThat(signals(judge(retry, Agents.chrome(48)))).doesNotContain("browser.version-below");
    }

    @Test
    void orderOfSchannel_underAnotherName_convicts() {
        finds("browser.schannel-order", judge(Hellos.explorer(), Agents.chrome(48)));
        assertThat(signals(judge(Hellos.explorer(), Agents.chrome(120)))).doesNotContain("browser.schannel-order");
    }

    @Test
    void missingServerName_isAHint() {
        ClientVerdict verdict = judge(Hellos.chrome48().without(0), Agents.chrome(48));
        assertThat(signals(verdict)).contains("browser.missing-server-name");
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.CONSISTENT);
    }

    @Test
    void knownHello_withoutAUserAgent_convictsAndNames() {
        Hellos juniper = Hellos.empty()
                .suites(0x35, 0xa, 0xff)
                .name("www.example.org")
                .schemes(0x401)
                .extension(15, 1);
        ClientVerdict verdict = judge(juniper, "");
        finds("hello.product", verdict);
        assertThat(verdict.product()).get().hasToString("Juniper SRX");
        assertThat(verdict)
                .asString()
                .startsWith("intercepted (probability of interception 9")
                .contains("by Juniper SRX");
        assertThat(judge(juniper.without(0), "").product()).isPresent();
        ClientInspector unknowing =
                ClientInspector.builder().hellos(HelloCatalog.none()).build();
        assertThat(unknowing.hello(juniper.build()).inspect().outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
    }

    @Test
    void noBrowser_withoutAUserAgent_isAHint() {
        Hellos program = Hellos.explorer().extension(15, 1);
        assertThat(signals(judge(program, ""))).containsExactly("hello.no-browser");
        assertThat(judge(program, "curl/7.88.1").evidence()).isEmpty();
    }

    @Test
    void headerOfAProduct_convictsAndNames_unlessTheHelloIsTheBrowsers() {
        ClientVerdict verdict = judge(Hellos.empty().suites(0x2f), "curl/7.88.1", "Host", "X-BlueCoat-Via");
        finds("header.product", verdict);
        assertThat(verdict.product().orElseThrow().name()).startsWith("Blue Coat");
        assertThat(judge(Hellos.chromium(), Agents.chrome(156), "X-BlueCoat-Via")
                        .outcome())
                .isEqualTo(ClientOutcome.INCONCLUSIVE);
        ClientInspector unknowing =
                ClientInspector.builder().products(ProductCatalog.of(List.of())).build();
        assertThat(unknowing
                        .hello(Hellos.chromium().build())
                        .headerNames(List.of("x-bluecoat-via"))
                        .inspect()
                        .evidence())
                .isEmpty();
    }

    @Test
    void forwardedHeaders_areOneHint_howeverMany() {
        ClientVerdict verdict = judge(Hellos.chromium(), "", "X-Forwarded-For", "Via", "Forwarded");
        assertThat(signals(verdict)).containsExactly("header.forwarded");
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        assertThat(judge(Hellos.chromium(), Agents.chrome(156), "Via").outcome())
                .isEqualTo(ClientOutcome.CONSISTENT);
    }

    @Test
    void ownSignal_isAskedToo() {
        ClientSignal own = new ClientSignal() {
            @Override
            public String id() {
                return "own.signal";
            }

            @Override
            public String rationale() {
                return "A test.";
            }

            @Override
            public String falsePositives() {
                return "None.";
            }

            @Override
            public List<Evidence> examine(ClientObservation client) {
                String seen = client.userAgent() + " " + client.headerNames() + " "
                        + client.hello().serverName();
                return List.of(Evidence.context(id(), seen, "here"));
            }
        };
        assertThat(ClientInspector.builder()
                        .signal(own)
                        .build()
                        .hello(Hellos.chromium().build())
                        .headerNames(List.of("Host"))
                        .inspect()
                        .evidence())
                .extracting(Evidence::statement)
                .contains("Optional.empty [host] Optional[www.example.org]");
    }

    @Test
    void everySignal_saysWhatItIs() {
        assertThat(StandardClientSignals.all())
                .extracting(ClientSignal::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+\\.[a-z-]+"));
        assertThat(StandardClientSignals.all()).allSatisfy(signal -> {
            assertThat(signal.rationale()).endsWith(".");
            assertThat(signal.falsePositives()).endsWith(".");
        });
    }

    @Property(tries = 300)
    void anyBytes_areJudged_andNeverSaidToLackAnything(@ForAll byte[] body, @ForAll String agent) {
        ClientVerdict verdict = INSPECTOR
                .hello(Hellos.parse(body))
                .userAgent(Agents.chrome(131) + agent)
                .headerNames(List.of(agent))
                .inspect();
        assertThat(verdict.probability()).isBetween(0.0, 1.0);
        assertThat(signals(verdict)).noneMatch(id -> id.startsWith("browser.missing"));
    }

    @Property(tries = 300)
    void damagedHello_isJudged(@ForAll byte value, @ForAll int where, @ForAll int length) {
        byte[] body = Hellos.chromium().build().body().toByteArray();
        body[Math.floorMod(where, body.length)] = value;
        byte[] cut = Arrays.copyOf(body, Math.floorMod(length, body.length) + 1);
        assertThat(INSPECTOR
                        .hello(Hellos.parse(cut))
                        .userAgent(Agents.chrome(131))
                        .inspect()
                        .outcome())
                .isNotNull();
    }
}
