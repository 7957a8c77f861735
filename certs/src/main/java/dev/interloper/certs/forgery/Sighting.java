package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;
import java.util.Objects;

/**
 * One leaf presented for one host.
 *
 * @param host the host that was asked for; never null
 * @param print the print of the chain that came; never null
 * @since 0.1
 */
public record Sighting(ServerName host, ForgePrint print) {
    /**
     * Makes the record.
     *
     * @param host the host
     * @param print the print
     * @throws NullPointerException if an argument is null
     */
    public Sighting {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(print, "print");
    }
}
