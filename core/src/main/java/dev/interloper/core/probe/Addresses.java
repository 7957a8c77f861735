package dev.interloper.core.probe;

import dev.interloper.certs.name.ServerName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses in text form. */
final class Addresses {

    private Addresses() {}

    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || ServerName.parse(host).isIp();
    }

    /** The address; no resolver is asked. */
    static Optional<InetAddress> literal(String host) {
        if (!isLiteral(host)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
