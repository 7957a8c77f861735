package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SerialShape;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the Baseline Requirements forbid, and a leaf shows by itself, whoever its issuer is. */
final class NotPublicForm {

    private static final Instant DAYS_398 = Instant.parse("2020-09-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(398);
    private static final Duration LONGEST_BEFORE = Duration.ofDays(1188); // 39 months, the bound since 2015
    /** Of the 64 random bits that are asked for, the first eight are zero once in 256. */
    static final int MIN_SERIAL_BITS = 56;

    private static final int MIN_RSA_BITS = 2048;

    private NotPublicForm() {}

    /** Whether no root tells who vouches for the leaf, so that its form has to. */
    static boolean isOnlyClue(Observation seen) {
        boolean unknown = !seen.sees(EvidenceKind.ROOTS)
                || seen.trust()
                        .map(trust -> trust.anchorClass() == AnchorClass.UNKNOWN)
                        .orElse(false);
        return unknown && seen.suspectLeaf().filter(leaf -> !leaf.selfSigned()).isPresent();
    }

    static List<String> reasons(Observation seen) {
        List<String> reasons = new ArrayList<>();
        seen.suspectLeaf().ifPresent(leaf -> collect(leaf, reasons));
        return reasons;
    }

    private static void collect(ForgePrint leaf, List<String> reasons) {
        SerialShape serial = leaf.serial();
        if (serial.negative()) {
            reasons.add("its serial number is negative");
        } else if (serial.bits() < MIN_SERIAL_BITS) {
            reasons.add("its serial number has " + serial.bits() + " bits");
        }
        if (leaf.keyAlgorithm().equals("RSA") && leaf.keyBits() < MIN_RSA_BITS) {
            reasons.add("its RSA key has " + leaf.keyBits() + " bits");
        }
        Duration longest = leaf.notBefore().isBefore(DAYS_398) ? LONGEST_BEFORE : LONGEST;
        if (leaf.validity().compareTo(longest) > 0) {
            reasons.add("it is valid for " + leaf.validity().plusSeconds(1).toDays() + " days");
        }
        if (!leaf.hasAuthorityKeyId()) {
            reasons.add("it has no authority key identifier");
        } else if (leaf.authorityKeyIdHasIssuerAndSerial()) {
            reasons.add("its authority key identifier names issuer and serial number");
        }
        if (!leaf.extensionOids().contains("2.5.29.37")) {
            reasons.add("it has no extended key usage");
        }
        if (!leaf.subjectAltNames().present()) {
            reasons.add("it has no alternative name");
        }
    }
}
