package dev.interloper.core.spi;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.fixture.TestPki;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of the other connections. */
class SurroundingsTest {

    private static final ServerName NAME = ServerName.parse(HOST);
    private static final ServerName SHOP = ServerName.parse("shop.northwind.example");

    private static ForgePrint print(TestPki.Minting minting) {
        return ForgePrint.of(CertificateChain.of(List.of(minting.mint()))).orElseThrow();
    }

    private static Sighting numbered(ServerName host, long serial) {
        return new Sighting(host, print(TestPki.bareLeaf(host.normalized()).serial(serial)));
    }

    private static List<Long> serials(List<ForgePrint> leaves) {
        return leaves.stream()
                .map(leaf -> leaf.serial().value().longValueExact())
                .toList();
    }

    @Test
    void otherLeaves_ofTheSameHost_areThoseButTheLeafItself() {
        Sighting own = numbered(NAME, 5);
        Surroundings all = Surroundings.of(List.of(own, numbered(NAME, 7), numbered(NAME, 6), numbered(SHOP, 8)));
        assertThat(serials(all.otherLeaves(NAME, own.print()))).containsExactly(6L, 7L);
        assertThat(all.otherLeaves(SHOP, numbered(SHOP, 8).print())).isEmpty();
        assertThat(all.otherLeaves(ServerName.parse("unseen.example"), own.print()))
                .isEmpty();
    }

    @Test
    void otherLeaves_forOtherNames_areLeftOut() {
        Sighting own = numbered(NAME, 5);
        Sighting portal = new Sighting(NAME, print(TestPki.bareLeaf("portal.example")));
        Sighting wildcard =
                new Sighting(NAME, print(TestPki.bareLeaf("*.fabrikam.example").serial(6)));
        assertThat(serials(Surroundings.of(List.of(own, portal, wildcard)).otherLeaves(NAME, own.print())))
                .containsExactly(6L);
    }

    @Test
    void otherLeaves_anyOrderOfSightings_areTheSame() {
        List<Sighting> all = new ArrayList<>();
        for (int serial = 1; serial <= 100; serial++) {
            all.add(numbered(NAME, serial));
        }
        Sighting logged = new Sighting(NAME, print(TestPki.privateLeaf(HOST).serial(1000)));
        all.add(logged);
        List<Long> expected =
                serials(Surroundings.of(all).otherLeaves(NAME, numbered(NAME, 1).print()));
        assertThat(expected).hasSizeLessThanOrEqualTo(64).startsWith(1000L, 2L, 3L);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(all, new Random(seed));
            assertThat(serials(Surroundings.of(all)
                            .otherLeaves(NAME, numbered(NAME, 1).print())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void shared_serialOfAnotherLeafOfTheHost_isNotThisLeafs() {
        Sighting repeated = numbered(NAME, 5);
        Sighting own = numbered(NAME, 6);
        Surroundings all = Surroundings.of(List.of(repeated, own, numbered(SHOP, 5)));
        assertThat(all.shared(SharedTrait.Kind.SERIAL, NAME, repeated.print())).isPresent();
        assertThat(all.shared(SharedTrait.Kind.SERIAL, NAME, own.print())).isEmpty();
    }
}
