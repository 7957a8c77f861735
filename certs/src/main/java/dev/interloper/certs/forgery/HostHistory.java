package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;
import java.util.Objects;

/**
 * A host for which different leaves were presented: renewed, served by several machines, or minted anew.
 *
 * @param host the host; never null
 * @param certificates how many different leaves
 * @param keys how many different keys they have
 * @param issuers how many different issuers' names
 * @param serials how many different serial numbers
 * @since 0.1
 */
public record HostHistory(ServerName host, int certificates, int keys, int issuers, int serials) {
    /**
     * Makes the record.
     *
     * @param host the host
     * @param certificates how many leaves
     * @param keys how many keys
     * @param issuers how many issuers
     * @param serials how many serial numbers
     * @throws NullPointerException if {@code host} is null
     */
    public HostHistory {
        Objects.requireNonNull(host, "host");
    }
}
