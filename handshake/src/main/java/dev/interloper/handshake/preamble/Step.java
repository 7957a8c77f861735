package dev.interloper.handshake.preamble;

/** What a grammar made of the bytes at hand. */
enum Step {
    /** Nothing yet: more bytes have to come. */
    MORE,
    /** A part was read, and TLS is not expected behind it. */
    NEXT,
    /** A part was read, and TLS may begin behind it. */
    GATE,
    /** The direction has said all: TLS follows, or another protocol. */
    DONE,
    /** The bytes are not what the grammar allows, or TLS can no longer follow. */
    FOREIGN
}
