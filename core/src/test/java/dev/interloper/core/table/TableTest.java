package dev.interloper.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final List<String> COLUMNS = List.of("name", "kind", "date");

    private enum Kind {
        ONE,
        OR_TWO
    }

    private static List<Row> read(String text) throws IOException {
        return Table.read(new StringReader(text), "mine.tsv", COLUMNS);
    }

    private static Row row(String cells) throws IOException {
        return read("name\tkind\tdate\n" + cells.replace('|', '\t')).get(0);
    }

    @Test
    void read_commentsAndBlankLines_areSkippedAndCounted() throws IOException {
        assertThat(read("# head\n\nname\tkind\tdate\n# more\na\tb\tc\n"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.line()).isEqualTo(5);
                    assertThat(row.cell("name")).isEqualTo("a");
                    assertThat(row).hasToString("mine.tsv, line 5: a | b | c");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'# x\na\tb', 2, 'expected the names of the columns, separated by tabs: name kind date'",
        "'name\tkind\tdate\na\tb', 2, 'expected 3 cells separated by tabs, found 2'",
        "'name\tkind\tdate\na\tb\tc\td', 2, 'expected 3 cells separated by tabs, found 4'"
    })
    void read_badShape_saysWhereAndWhat(String text, int line, String problem) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read(text))
                .withMessage("mine.tsv, line " + line + ": " + problem)
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo("mine.tsv");
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    @Test
    void read_withoutEnd_stopsAtItsLimit() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read("name\tkind\tdate\n" + "a\tb\tc\n".repeat(100_001)))
                .withMessageContaining("no more than 100000 rows");
    }

    @Property
    void read_anything_neverThrowsAnythingUndeclared(@ForAll String text) throws IOException {
        try {
            assertThat(read(text)).isEmpty();
        } catch (TableException e) {
            assertThat(e).hasMessageStartingWith("mine.tsv, line ");
        }
    }

    @Test
    void cells_ofEveryKind_areRead() throws IOException {
        Row row = row("a, b ,c|or-two|2026-11-23");
        assertThat(row.list("name")).containsExactly("a", "b", "c");
        assertThat(row.constant(Kind.class, "kind")).isEqualTo(Kind.OR_TWO);
        assertThat(row("a|OR_TWO|-").constant(Kind.class, "kind")).isEqualTo(Kind.OR_TWO);
        assertThat(row("a|one, OR_TWO|-").constants(Kind.class, "kind")).containsExactly(Kind.ONE, Kind.OR_TWO);
        assertThat(row.date("date")).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void hyphenAndNothing_standForNothing() throws IOException {
        Row row = row("-||-");
        assertThat(row.optional("name")).isEmpty();
        assertThat(row.list("kind")).isEmpty();
        assertThat(row.constants(Kind.class, "date")).isEmpty();
        assertThat(row.cell("date")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"-", "''", "' a'", "'a '"})
    void text_missingOrWithBlanks_isRefused(String cell) throws IOException {
        Row row = row(cell + "|b|c");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> row.text("name"))
                .withMessage("mine.tsv, line 2: expected a text without blanks around it in column name, found '" + cell
                        + "'");
    }

    @Test
    void cells_notAsExpected_sayWhatWasExpected() throws IOException {
        Row row = row("a|three|yesterday");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> row.constant(Kind.class, "kind"))
                .withMessageContaining("expected one of [one, or-two] in column kind, found 'three'");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> row.constants(Kind.class, "kind"))
                .withMessageContaining("expected some of [one, or-two] in column kind, found 'three'");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> row.date("date"))
                .withMessageContaining("expected a date such as 2026-11-22 in column date, found 'yesterday'");
    }

    @Test
    void expected_hostileCell_isEscapedAndCut() throws IOException {
        assertThat(row("\u001b[2J\u202e" + "x".repeat(5_000) + "|b|c").expected("less", "name"))
                .message()
                .contains("\\x1b[2J\\xe2\\x80\\xae")
                .hasSizeLessThan(400);
    }

    @Test
    void cell_ofNoSuchColumn_isAProgrammersError() throws IOException {
        Row row = row("a|b|c");
        assertThatIllegalArgumentException().isThrownBy(() -> row.cell("nose")).withMessageContaining("found nose");
    }

    @Test
    void bundled_damaged_saysWhich() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Table.bundled(
                        TableTest.class, "TableTest.class", (reader, file) -> Table.read(reader, file, COLUMNS)))
                .withMessageContaining("TableTest.class");
    }
}
