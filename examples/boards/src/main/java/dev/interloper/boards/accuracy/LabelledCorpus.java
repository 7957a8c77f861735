package dev.interloper.boards.accuracy;

import dev.interloper.boards.corpus.Table;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.transparency.LogList;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.CaptureInspector;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder of labelled connections: labels.tsv, pcap/, keys/, pki/. */
public final class LabelledCorpus {

    private final Path folder;
    private final Interloper interloper;
    private final boolean keys;
    private final Map<String, List<Inspection>> inspected = new HashMap<>();

    /**
     * Opens a folder.
     *
     * @param folder its path
     * @param engines what engines' certificates look like
     * @param withheld kinds of evidence not to look at
     * @param keys whether to look with the clients' key logs
     * @throws IOException if its roots or logs cannot be read
     */
    public LabelledCorpus(Path folder, EngineCatalog engines, Set<EvidenceKind> withheld, boolean keys)
            throws IOException {
        this.folder = folder;
        this.keys = keys;
        Interloper.Builder builder = Interloper.builder()
                .publicRoots(AnchorSet.fromPem("the corpus's public roots", folder.resolve("pki/roots.pem")))
                .engines(engines)
                .withhold(withheld.toArray(EvidenceKind[]::new));
        Path logs = folder.resolve("pki/log_list.json");
        if (Files.isRegularFile(logs)) {
            try (InputStream in = Files.newInputStream(logs)) {
                builder.logs(LogList.parse(in));
            }
        }
        this.interloper = builder.build();
    }

    /** Judges every case, in the table's order. */
    List<Judged> judge() throws IOException {
        List<Judged> all = new ArrayList<>();
        for (Map<String, String> row : Table.read(folder.resolve("labels.tsv"))) {
            LabelledCase labelled = new LabelledCase(row);
            all.add(Judged.of(
                    labelled,
                    inspect(labelled).stream()
                            .filter(connection -> isOf(labelled, connection))
                            .toList()));
        }
        return all;
    }

    private List<Inspection> inspect(LabelledCase labelled) throws IOException {
        String key = labelled.capture() + "\t" + labelled.keyLog().orElse("");
        List<Inspection> known = inspected.get(key);
        if (known == null) {
            CaptureInspector inspector = interloper.capture(folder.resolve(labelled.capture()));
            if (keys && labelled.keyLog().isPresent()) {
                Path file = folder.resolve(labelled.keyLog().get());
                if (Files.isRegularFile(file)) {
                    inspector = inspector.keys(KeyLog.file(file));
                }
            }
            known = inspector.inspect().connections();
            inspected.put(key, known);
        }
        return known;
    }

    private static boolean isOf(LabelledCase labelled, Inspection connection) {
        Handshake handshake = connection.observation().handshake().orElseThrow();
        ServerName server = ServerName.parse(handshake.conversation().server().addressText());
        boolean toServer = labelled.server()
                .map(address -> ServerName.parse(address).equals(server))
                .orElse(true);
        return toServer && handshake.serverName().equals(labelled.serverName());
    }
}
