package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.quic.QuicFrameTarget;
import org.junit.jupiter.api.Test;

/** The shape of a flight was asked of its records, and QUIC has none. */
class FlightOfQuicTest {

    @Test
    void serverHelloInQuic_hasNoBoundaries() {
        byte[] hello = TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM);
        Handshake handshake = QuicFrameTarget.accept(
                Wire.of(wire -> wire.u8(6).u8(0).u16(0x4000 | hello.length).raw(hello)));

        assertThat(handshake.serverHello()).isPresent();
        assertThat(FlightShape.of(handshake).boundaries()).isEmpty();
    }
}
