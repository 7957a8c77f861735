package dev.interloper.certs.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SerialShapeTest {
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");

    private static SerialShape shape(long value) {
        return SerialShape.of(BigInteger.valueOf(value), FROM);
    }

    @Test
    void clock_secondsAndMillisecondsNearTheBeginning_areRecognised() {
        Instant minted = FROM.plus(Duration.ofDays(30));

        assertThat(shape(minted.getEpochSecond()).clock()).contains(SerialShape.Clock.SECONDS);
        assertThat(shape(minted.toEpochMilli()).clock()).contains(SerialShape.Clock.MILLISECONDS);
        assertThat(shape(minted.toEpochMilli()).moment()).contains(minted);
    }

    @Test
    void clock_secondsAndCounter_isRecognised() {
        SerialShape shape = shape(FROM.plusSeconds(60).getEpochSecond() << 32 | 0x17);

        assertThat(shape.clock()).contains(SerialShape.Clock.SECONDS_AND_COUNTER);
        assertThat(shape.moment()).contains(FROM.plusSeconds(60));
    }

    @Test
    void clock_otherNumbers_areNone() {
        assertThat(shape(FROM.plus(Duration.ofDays(400)).getEpochSecond()).clock())
                .isEmpty();
        assertThat(shape(1).clock()).isEmpty();
        assertThat(shape(0).clock()).isEmpty();
        assertThat(SerialShape.of(BigInteger.ONE.shiftLeft(158), FROM).clock()).isEmpty();
    }

    @Test
    void bits_and_octets_areThoseOfTheEncoding() {
        assertThat(shape(255).bits()).isEqualTo(8);
        assertThat(shape(255).octets()).isEqualTo(2);
        assertThat(shape(-1).negative()).isTrue();
        assertThat(shape(0).bits()).isZero();
    }

    @Property
    void of_anyNumberAndMoment_isTotal(@ForAll BigInteger value, @ForAll long seconds) {
        Instant moment = Instant.ofEpochSecond(Math.floorMod(seconds, 4_000_000_000_000L));

        SerialShape shape = SerialShape.of(value, moment);

        assertThat(shape.clock().isPresent()).isEqualTo(shape.moment().isPresent());
        assertThat(shape.value()).isEqualTo(value);
    }
}
