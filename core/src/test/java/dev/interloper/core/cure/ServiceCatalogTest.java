package dev.interloper.core.cure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCatalogTest {

    private static final String HEADER = "service\tname\ttarget\twhy\tverified\tdate\tsource\n";
    private static final String REST = "\tpinned\tyes\t2026-11-23\tour contract\n";

    private static ServiceCatalog parse(String rows) throws IOException {
        return ServiceCatalog.parse(new StringReader(HEADER + rows), "mine.tsv");
    }

    @Test
    void bundled_everyRow_isDatedAndHoldsWhatListsMayHold() {
        assertThat(ServiceCatalog.bundled().services()).hasSizeGreaterThan(8).allSatisfy(service -> {
            assertThat(service.destinations()).isNotEmpty().allSatisfy(part -> {
                assertThat(part.date()).isAfter(LocalDate.of(2026, 1, 1));
                assertThat(part.source()).isNotBlank();
                assertThat(part.why()).doesNotEndWith(".");
            });
            Set<BypassTarget> once = new HashSet<>(service.targets());
            assertThat(once).hasSameSizeAs(service.targets());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "edge.lync.com, teams",
        "EDGE.Lync.COM, teams",
        "52.113.9.9, teams",
        "52.112.0.0/16, teams",
        "2603:1063::17, teams",
        "eu1.zoom.us, zoom",
        "1-courier.push.apple.com, apple"
    })
    void covering_partOfAService_findsIt(String destination, String id) {
        assertThat(ServiceCatalog.bundled().covering(destination))
                .get()
                .extracting(Service::id)
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notlync.com",
                "lync.com",
                "lync.com.example.org",
                "52.0.0.1",
                "52.96.0.0/11",
                "203.0.113.4",
                "com",
                "",
                "\u001b[2J",
                "x.albert.apple.com"
            })
    void covering_nobodysDestination_findsNothing(String destination) {
        assertThat(ServiceCatalog.bundled().covering(destination)).isEmpty();
    }

    @Test
    void plus_ownRows_replaceTheServiceOfTheSameId() throws IOException {
        ServiceCatalog mine = ServiceCatalog.bundled()
                .plus(parse("zoom\tOur Zoom\tzoom.corp.example" + REST + "till\tTills\t10.1.2.0/24" + REST));
        assertThat(mine.of("zoom").orElseThrow().targets()).containsExactly(target("zoom.corp.example"));
        assertThat(mine.covering("eu1.zoom.us")).isEmpty();
        assertThat(mine.covering("10.1.2.3").orElseThrow().name()).isEqualTo("Tills");
        assertThat(mine.of("teams")).isEqualTo(ServiceCatalog.bundled().of("teams"));
        assertThat(mine.of("nobody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zoom;Zoom;zoom.us;why;yes;2026-11-23;s|lower case letters, digits and hyphens in column service",
                "zoom;Zoom;*.com;why;yes;2026-11-23;s|public suffix",
                "zoom;Zoom;0.0.0.0/0;why;yes;2026-11-23;s|much of the Internet",
                "zoom;Zoom;zoom.us;why;maybe;2026-11-23;s|expected one of [no, yes] in column verified",
                "zoom;Zoom;zoom.us;why;yes;lately;s|expected a date",
                "zoom;Zoom;zoom.us;;yes;2026-11-23;s|in column why",
                "zoom;Zoom;zoom.us;why;yes;2026-11-23;|in column source"
            })
    void parse_badRow_saysWhereAndWhat(String row, String problem) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(row.replace(';', '\t') + "\n"))
                .withMessageStartingWith("mine.tsv, line 2: ")
                .withMessageContaining(problem);
    }

    @Test
    void parse_oneServiceTwoNames_isRefused() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse("a\tOne\ta.example.com" + REST + "a\tTwo\tb.example.com" + REST))
                .withMessageContaining("mine.tsv, line 3: expected the service's name as before, One, in column name");
    }

    @Test
    void notes_namedAsOfItsOldestRow_andWhatIsUnverified() throws IOException {
        Service service = parse("a\tA\t*.a.example.com" + REST + "a\tA\tb.example.com\twhy\tno\t2025-01-02\tlists\n")
                .of("a")
                .orElseThrow();
        assertThat(service.notes())
                .containsExactly(
                        "A: as of 2025-01-02, compare with the current list of the vendor first.",
                        "Not found in a text of the vendor: b.example.com.");
    }

    @Test
    void notes_inAList_standInItsComments() throws Exception {
        Service service = ServiceCatalog.bundled().of("windows-update").orElseThrow();
        BypassList list = BypassList.of(service.targets(), "", LocalDate.of(2026, 11, 23));
        List<String> hostile = List.of("line\nssl_bump splice all", "*/ evil");
        assertThat(BypassRenderers.of("squid")
                        .orElseThrow()
                        .render(list.withNotes(service.notes()))
                        .text())
                .contains("# Not found in a text of the vendor: .windowsupdate.com")
                .contains(".update.microsoft.com");
        assertThat(list.withNotes(hostile).notes()).containsExactly("linessl_bump splice all", "/ evil");
    }

    private static BypassTarget target(String text) {
        try {
            return BypassTarget.parse(text);
        } catch (BypassTargetException e) {
            throw new AssertionError(e);
        }
    }
}
