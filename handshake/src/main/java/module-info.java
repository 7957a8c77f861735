/** Reads captures and byte streams into immutable observations of TLS handshakes; judges nothing. */
module dev.interloper.handshake {
    requires org.slf4j;
    requires static org.jspecify;
}
