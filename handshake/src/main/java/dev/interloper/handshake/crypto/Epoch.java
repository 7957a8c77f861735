package dev.interloper.handshake.crypto;

import org.jspecify.annotations.Nullable;

/** One set of keys of one direction. */
final class Epoch {

    /** What a set of keys is for. */
    enum Phase {
        /** TLS 1.3's 0-RTT data. */
        EARLY,
        /** TLS 1.3 from ServerHello to Finished. */
        HANDSHAKE,
        /** TLS 1.3 after Finished; before, everything after ChangeCipherSpec. */
        APPLICATION
    }

    private final Phase phase;
    private final @Nullable RecordProtection protection;
    private final @Nullable TrafficKeys schedule;
    private final byte[] secret;

    private Epoch(Phase phase, @Nullable RecordProtection protection, @Nullable TrafficKeys schedule, byte[] secret) {
        this.phase = phase;
        this.protection = protection;
        this.schedule = schedule;
        this.secret = secret.clone();
    }

    /** What follows ChangeCipherSpec; null if the secret is not known. */
    static Epoch of(@Nullable RecordProtection protection) {
        return new Epoch(Phase.APPLICATION, protection, null, new byte[0]);
    }

    static Epoch of(Phase phase, TrafficKeys schedule, byte[] secret) {
        return new Epoch(phase, schedule.protection(secret).orElse(null), schedule, secret);
    }

    static Epoch unknown(Phase phase) {
        return new Epoch(phase, null, null, new byte[0]);
    }

    Phase phase() {
        return phase;
    }

    /** Null if the secret is not known. */
    @Nullable
    RecordProtection protection() {
        return protection;
    }

    /** After a KeyUpdate (RFC 8446 section 7.2); the same before TLS 1.3, which has none. */
    Epoch updated() {
        TrafficKeys keys = schedule;
        return keys == null
                ? this
                : keys.next(secret).map(next -> of(phase, keys, next)).orElseGet(() -> unknown(phase));
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return phase + (protection == null ? " without keys" : " with keys");
    }
}
