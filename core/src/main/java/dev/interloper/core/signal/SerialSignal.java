package dev.interloper.core.signal;

import dev.interloper.certs.forgery.SerialShape;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A serial number that no public authority may give. */
final class SerialSignal implements Signal {

    private static final String ID = "serial.shape";
    private static final double WEIGHT = 1;
    private static final String SOURCE = "RFC 5280 section 4.1.2.2; CA/Browser Forum Baseline Requirements section 7.1";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Public authorities take at least 64 random bits, never negative ones; engines take counters, "
                + "clocks and short random numbers.";
    }

    @Override
    public String weighing() {
        return "Private authorities that count are about as common as engines that do, a third of each.";
    }

    @Override
    public String falsePositives() {
        return "Private authorities that count, appliances.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.suspectLeaf()
                .flatMap(leaf -> oddity(leaf.serial()))
                .map(oddity -> List.of(Evidence.of(ID, Grade.WEAK, WEIGHT, oddity, SOURCE)))
                .orElse(List.of());
    }

    private static Optional<String> oddity(SerialShape serial) {
        if (serial.negative()) {
            return Optional.of("the serial number is negative, which RFC 5280 forbids");
        }
        if (serial.moment().isPresent()) {
            return Optional.of("the serial number is the time of minting, "
                    + serial.moment().get());
        }
        return serial.bits() < NotPublicForm.MIN_SERIAL_BITS
                ? Optional.of("the serial number has " + serial.bits()
                        + " bits; a public authority takes at least 64 random ones")
                : Optional.empty();
    }
}
