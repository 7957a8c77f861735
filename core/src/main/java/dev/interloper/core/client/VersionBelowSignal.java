package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.handshake.record.TlsVersion;
import java.util.Comparator;
import java.util.List;

/** The highest TLS version offered is below that of the browser named. */
final class VersionBelowSignal implements ClientSignal {

    private static final String ID = "browser.version-below";
    private static final int TWO_VERSIONS = 2;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "Interceptors lag behind: in 2016 many spoke TLS 1.0 for browsers that had 1.2. One version less is a known setting "
                + "and strong only; two less take a stack that knows no better.";
    }

    @Override
    public String falsePositives() {
        return "An administrator who switched newer versions off, above all in Internet Explorer; a second try after a failed one, "
                + "unless it says so (TLS_FALLBACK_SCSV, RFC 7507).";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        int offered = client.shape().highestVersion();
        return BrowserEvidence.breaches(client, BrowserRule.ALWAYS_VERSION)
                .map(breach -> BrowserEvidence.evidence(
                        client, ID, breach, grade(breach.row(), offered), predicate(breach.row(), offered)))
                .max(Comparator.comparingDouble(Evidence::weight))
                .stream()
                .toList();
    }

    private static int expected(BrowserRow row) {
        return row.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Grade grade(BrowserRow row, int offered) {
        return expected(row) - offered >= TWO_VERSIONS ? Grade.DECISIVE : Grade.STRONG;
    }

    private static String predicate(BrowserRow row, int offered) {
        return "offers " + new TlsVersion(offered) + " at most, not " + new TlsVersion(expected(row));
    }
}
