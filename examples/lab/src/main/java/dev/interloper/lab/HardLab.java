package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.Manner.LeafKey;
import dev.interloper.lab.Manner.Tail;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The parts of the hard captures. {@code record_hard_captures.py} directs them. */
@Command(name = "hard", description = "Plays the parts of the hard captures.")
final class HardLab {
    /** How a server writes its flight. */
    static final class Flight {
        @Option(names = "--address", required = true)
        List<InetAddress> addresses = List.of();

        @Option(names = "--one-record", description = "The whole flight in one record and one write.")
        boolean oneRecord;

        @Option(names = "--pause", defaultValue = "PT0S", description = "How long after the first write.")
        Duration pause = Duration.ZERO;

        void serve(SSLContext context) throws IOException, InterruptedException {
            Doors.open(
                    addresses,
                    oneRecord
                            ? new OneRecordServer(context, List.of())::answer
                            : new PerMessageServer(context, List.of(), pause)::answer);
        }
    }

    /** Who forges, and how. */
    static final class Forging {
        @Option(names = "--authority", required = true)
        Path authority = Path.of("");

        @Option(names = "--copy", split = ",")
        Set<Copied> copied = EnumSet.noneOf(Copied.class);

        @Option(names = "--key", defaultValue = "LIKE_ORIGIN")
        LeafKey key = LeafKey.LIKE_ORIGIN;

        @Option(names = "--tail", defaultValue = "AUTHORITY")
        Tail tail = Tail.AUTHORITY;

        @Option(names = "--backdated", defaultValue = "PT0S")
        Duration backdated = Duration.ZERO;

        @Option(names = "--life", defaultValue = "P365D")
        Duration life = Duration.ZERO;

        @Option(names = "--claims-dv")
        boolean claimsDv;

        @Option(names = "--own-log")
        boolean ownLog;

        Minter minter() throws GeneralSecurityException, IOException {
            var identity = Identity.read(authority);
            var keys = new KeyPair(identity.leaf().getPublicKey(), identity.key());
            return new Minter(
                    new Authority(identity.leaf(), keys, ""),
                    new Manner(copied, key, tail, backdated, life, claimsDv, ownLog));
        }
    }

    @Command(description = "Mints every certificate of the hard captures but the forged leaves.")
    void mint(@Option(names = "--into", required = true) Path directory) throws Exception {
        var now = Instant.now();
        new HardCast(now).mint(directory, now);
    }

    @Command(description = "Forges one leaf ahead, for a server that is not Java's.")
    void forge(
            @Mixin Forging forging,
            @Option(names = "--origin", required = true) Path origin,
            @Option(names = "--into", required = true) Path directory,
            @Option(names = "--name", required = true) String name)
            throws Exception {
        forging.minter().forge(Identity.read(origin).chain(), Instant.now()).write(directory, name);
    }

    @Command(description = "Answers with a certificate made before.")
    void serve(@Mixin Flight flight, @Option(names = "--identity", required = true) Path identity) throws Exception {
        flight.serve(TlsContexts.server(identity));
    }

    @Command(name = "serve-minting", description = "Answers with a leaf forged when its host is first asked for.")
    void serveMinting(
            @Mixin Flight flight,
            @Mixin Forging forging,
            @Option(names = "--origin", required = true, description = "HOST=STORE") Map<String, Path> origins)
            throws Exception {
        var chains = new HashMap<String, List<X509Certificate>>();
        for (var origin : origins.entrySet()) {
            chains.put(origin.getKey(), Identity.read(origin.getValue()).chain());
        }
        var keys = new MintingKeys(forging.minter(), chains, Clock.systemUTC());
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, null, null);
        flight.serve(context);
    }

    @Command(name = "serve-portal", description = "Redirects whoever comes, in plain HTTP.")
    void servePortal(@Option(names = "--address", required = true) InetAddress address) throws Exception {
        Doors.open(address, Portal::answer);
    }
}
