package dev.interloper.certs.trust;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Serial numbers are positive, of at most 20 octets, and long enough to be unpredictable. */
final class SerialNumberCheck implements PathCheck {
    private static final int MAX_OCTETS = 20;
    private static final int MIN_BITS = 64;
    private static final String RFC = "RFC 5280 4.1.2.2";
    private static final String FORUM = "CA/Browser Forum Baseline Requirements 7.1";

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            BigInteger serial = path.certificates().get(i).getSerialNumber();
            int octets = serial.toByteArray().length;
            if (serial.signum() == 0) {
                findings.add(error(path, i, FindingCode.SERIAL_ZERO, " has the serial number 0.", RFC));
            } else if (serial.signum() < 0) {
                findings.add(error(path, i, FindingCode.SERIAL_NEGATIVE, " has a negative serial number.", RFC));
            } else if (serial.bitLength() < MIN_BITS) {
                String what = " has a serial number of " + serial.bitLength() + " bits, below " + MIN_BITS + ".";
                findings.add(finding(path, i, FindingCode.SERIAL_SHORT, what, FORUM));
            }
            if (octets > MAX_OCTETS) {
                String what = " has a serial number of " + octets + " octets, above " + MAX_OCTETS + ".";
                findings.add(error(path, i, FindingCode.SERIAL_TOO_LONG, what, RFC));
            }
        }
        return findings;
    }

    private static Finding error(CandidatePath path, int position, FindingCode code, String what, String source) {
        return finding(path, position, code, what, source).withSeverity(Severity.ERROR);
    }

    private static Finding finding(CandidatePath path, int position, FindingCode code, String what, String source) {
        return Finding.of(
                code, Severity.WARNING, path.presentedIndex(position), Say.certificate(path, position) + what, source);
    }
}
