package dev.interloper.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The cast of the bundled captures: certificates, servers and a client. {@code record-captures.sh} directs it. */
@Command(
        name = "lab",
        subcommands = HardLab.class,
        mixinStandardHelpOptions = true,
        description = "Plays the parts of the bundled captures.")
public final class Lab {
    /** A second port of every server; what happens there is no part of a capture. */
    static final int REHEARSAL_PORT = 8443;

    static final int PORT = 443;

    public static void main(String[] args) {
        // The founding case exchanges keys under RSA alone, which today's JDK no longer does unasked.
        Security.setProperty(
                "jdk.tls.disabledAlgorithms", "SSLv3, TLSv1, TLSv1.1, RC4, DES, MD5withRSA, EC keySize < 224, NULL");
        // Without tickets the connections stay small; the servers remember nothing between the captures anyway.
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
        System.exit(new CommandLine(new Lab()).execute(args));
    }

    @Command(description = "Mints every certificate of the captures; private keys stay in this directory.")
    void mint(@Option(names = "--into", required = true) Path directory) throws Exception {
        new Cast().mint(directory);
    }

    @Command(
            name = "serve-per-message",
            description = "Answers with one handshake message in each record and each write.")
    void servePerMessage(
            @Option(names = "--address", required = true) InetAddress address,
            @Option(names = "--identity", required = true) Path identity,
            @Option(names = "--suite", required = true) String suite)
            throws Exception {
        var server = new PerMessageServer(TlsContexts.server(identity), List.of(suite), Duration.ZERO);
        Doors.open(address, server::answer);
    }

    @Command(name = "serve-one-record", description = "Answers with the whole flight in one record and one write.")
    void serveOneRecord(
            @Option(names = "--address", required = true) InetAddress address,
            @Option(names = "--identity", required = true) Path identity,
            @Option(names = "--suite", required = true) String suite)
            throws Exception {
        var server = new OneRecordServer(TlsContexts.server(identity), List.of(suite));
        Doors.open(address, server::answer);
    }

    @Command(description = "Rehearses on port 8443, then connects once to port 443.")
    void connect(
            @Option(names = "--address", required = true) InetAddress address,
            @Option(names = "--name", required = true) String name,
            @Option(names = "--trust", required = true) Path trust,
            @Option(names = "--protocol", defaultValue = "TLSv1.2") String protocol,
            @Option(names = "--rehearsals", defaultValue = "12") int rehearsals)
            throws GeneralSecurityException, IOException, InterruptedException {
        var client = new LabClient(trust, name, protocol);
        for (int i = 0; i < rehearsals; i++) {
            client.visit(address, REHEARSAL_PORT);
        }
        Thread.sleep(500);
        System.out.println(client.visit(address, PORT));
    }
}
