package dev.interloper.certs.forgery;

import dev.interloper.certs.name.ServerName;
import java.util.List;
import java.util.Objects;

/**
 * Something that several different leaves have in common and should not, or seldom have.
 *
 * @param kind what they share; never null
 * @param value its text: hash, number or name, untrusted; never null
 * @param hosts for which they were presented, unmodifiable; never null
 * @param domains under how many registrable domains those hosts are
 * @param certificates how many different leaves share it
 * @since 0.1
 */
public record SharedTrait(Kind kind, String value, List<ServerName> hosts, int domains, int certificates) {
    /**
     * What several leaves can share.
     *
     * @since 0.1
     */
    public enum Kind {
        /** One leaf for hosts under several domains that it does not all name. */
        CERTIFICATE,
        /** One public key in different leaves for hosts under several domains. */
        KEY,
        /** One issuer's name over several domains; public authorities have that too. */
        ISSUER,
        /** One serial number in different leaves of one issuer, against RFC 5280 4.1.2.2. */
        SERIAL,
        /** Serial numbers that count upwards under one issuer. */
        SERIAL_SEQUENCE,
        /** One subject key identifier over different keys, against RFC 5280 4.2.1.2. */
        SUBJECT_KEY_ID
    }

    /**
     * Makes the record.
     *
     * @param kind what is shared
     * @param value its text
     * @param hosts the hosts
     * @param domains how many domains
     * @param certificates how many leaves
     * @throws NullPointerException if an argument is null
     */
    public SharedTrait {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        hosts = List.copyOf(hosts);
    }
}
