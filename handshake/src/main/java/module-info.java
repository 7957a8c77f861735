/** Reads captures and byte streams into immutable observations of TLS handshakes; judges nothing. */
module dev.interloper.handshake {
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.interloper.handshake;
    exports dev.interloper.handshake.capture;
    exports dev.interloper.handshake.fingerprint;
    exports dev.interloper.handshake.extension;
    exports dev.interloper.handshake.flight;
    exports dev.interloper.handshake.message;
    exports dev.interloper.handshake.record;
    exports dev.interloper.handshake.registry;
    exports dev.interloper.handshake.secrets;
    exports dev.interloper.handshake.stream;
    exports dev.interloper.handshake.tap;
    exports dev.interloper.handshake.wire;
}
