package dev.interloper.core.probe;

import dev.interloper.handshake.stream.UpgradeProtocol;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.X509ExtendedKeyManager;

/** What a probe was told. */
record Options(
        String host,
        int port,
        Set<ProbeStep> steps,
        List<Authority> compared,
        Optional<Authority> controlHost,
        Optional<ProxyServer> proxy,
        Optional<InetAddress> connectTo,
        Optional<String> serverName,
        List<String> applicationProtocols,
        List<String> versions,
        Optional<UpgradeProtocol> startTls,
        Optional<X509ExtendedKeyManager> clientCertificate,
        Duration deadline,
        Duration patience,
        Probe.AddressFamily family,
        Optional<InetAddress> bindAddress,
        NameResolver resolver,
        Executor executor,
        Consumer<ProbeEvent> watcher,
        Cancellation cancellation,
        Clock clock,
        RandomGenerator random,
        Sockets sockets,
        List<CanaryPage> canaryPages,
        int stunPort) {}
