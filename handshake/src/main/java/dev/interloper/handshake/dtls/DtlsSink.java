package dev.interloper.handshake.dtls;

import dev.interloper.handshake.stream.Direction;

/** What {@link DtlsReader} tells. A record is told before what it holds. */
public interface DtlsSink {

    /** A message is complete: once, however often it was sent. */
    void message(DtlsMessage message);

    /** A message that was told before was sent again. */
    default void repeated(DtlsMessage message) {}

    /** An alert that is in plaintext or {@linkplain DtlsRecord#decrypted() decrypted}. */
    void alert(DtlsRecord record, int level, int description);

    /** A record, readable or not. */
    default void record(DtlsRecord record) {}

    /** Something in the datagram that came last is not what the protocol says, or more than the limits allow. */
    default void problem(Direction direction, String reason) {}
}
