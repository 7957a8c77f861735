package dev.interloper.core.signal;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Surroundings;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The connections of one capture, by their hosts and leaves. */
final class Neighbours {

    private final List<Sighting> all = new ArrayList<>();

    Neighbours with(String host, X509Certificate leaf) {
        ForgePrint print = ForgePrint.of(CertificateChain.of(List.of(leaf))).orElseThrow();
        all.add(new Sighting(ServerName.parse(host), print));
        return this;
    }

    Surroundings surroundings() {
        return Surroundings.of(all);
    }

    /** One of the connections, with the chain that came. */
    Observation.Builder beside(String host, X509Certificate... chain) {
        return Seen.builder(host, chain).surroundings(surroundings());
    }

    Observation around(String host, X509Certificate... chain) {
        return beside(host, chain).build();
    }
}
