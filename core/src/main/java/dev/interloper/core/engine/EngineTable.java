package dev.interloper.core.engine;

import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.certs.forgery.ForgeShapeException;
import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a table of engines. */
final class EngineTable {

    private static final List<String> COLUMNS = List.of("engine", "kind", "variant", "shape", "date", "source");

    private EngineTable() {}

    static List<EnginePrint> read(Reader reader, String file) throws IOException {
        List<EnginePrint> prints = new ArrayList<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            prints.add(print(row));
        }
        return prints;
    }

    private static EnginePrint print(Row row) throws TableException {
        try {
            return new EnginePrint(
                    row.text("engine"),
                    row.constant(EngineKind.class, "kind"),
                    row.cell("variant"),
                    ForgeShape.parse(row.cell("shape")),
                    row.date("date"),
                    row.text("source"));
        } catch (ForgeShapeException e) {
            throw row.problem(String.valueOf(e.getMessage()));
        }
    }
}
