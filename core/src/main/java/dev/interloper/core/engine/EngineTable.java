package dev.interloper.core.engine;

import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.certs.forgery.ForgeShapeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a table of engines. */
final class EngineTable {

    private static final String HEAD = "engine\tkind\tvariant\tshape\tdate\tsource";
    private static final int COLUMNS = 6;

    private EngineTable() {}

    static List<EnginePrint> read(Reader reader, String file) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        List<EnginePrint> prints = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (headed) {
                prints.add(row(line, file, number));
            } else if (line.equals(HEAD)) {
                headed = true;
            } else {
                throw new EngineDataException(file, number, "the columns are not " + HEAD.replace('\t', ' '));
            }
        }
        return prints;
    }

    private static EnginePrint row(String line, String file, int number) throws EngineDataException {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS || cells[0].isBlank() || cells[5].isBlank()) {
            throw new EngineDataException(
                    file, number, "expected six columns, of which engine and source are not empty");
        }
        EngineKind kind = EngineKind.of(cells[1])
                .orElseThrow(() -> new EngineDataException(file, number, "kind is neither interceptor nor tool"));
        try {
            return new EnginePrint(
                    cells[0], kind, cells[2], ForgeShape.parse(cells[3]), LocalDate.parse(cells[4]), cells[5]);
        } catch (ForgeShapeException | DateTimeParseException e) {
            throw new EngineDataException(file, number, String.valueOf(e.getMessage()));
        }
    }
}
