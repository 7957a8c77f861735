package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interloper.core.table.TableException;
import java.io.StringReader;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TrustPlaceTest {

    @Test
    void all_runtimesThatHaveAStoreOfTheirOwn_areThere() {
        String runtimes = String.join(
                        " ", TrustPlace.all().stream().map(TrustPlace::runtime).toList())
                .toLowerCase(Locale.ROOT);
        assertThat(runtimes)
                .contains("windows", "macos", "debian", "java", "firefox", "node", "python", "docker", "git");
    }

    /** No row may tell anybody to look away. */
    @Test
    void all_howItIsDone_neverSwitchesVerificationOff() {
        assertThat(TrustPlace.all())
                .allSatisfy(place -> assertThat(place.how())
                        .doesNotContainIgnoringCase("verify=false")
                        .doesNotContainIgnoringCase("insecure")
                        .doesNotContainIgnoringCase("REJECT_UNAUTHORIZED")
                        .doesNotContainIgnoringCase("trust all"));
    }

    @Test
    void parse_badRow_saysWhereAndWhat() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> TrustPlace.parse(
                        new StringReader(
                                "runtime\tstore\thow\tverified\tdate\tsource\na\tb\tc\tperhaps\t2026-11-23\td\n"),
                        "mine.tsv"))
                .withMessage("mine.tsv, line 2: expected one of [no, yes] in column verified, found 'perhaps'");
    }
}
