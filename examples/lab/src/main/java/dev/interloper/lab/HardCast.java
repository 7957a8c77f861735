package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.operator.OperatorCreationException;

/** Who plays in the hard captures; {@code record_hard_captures.py} says what they do there. */
final class HardCast {
    private static final String INTRO = """
            # %s for the captures in examples/captures/hard. The authorities are fictive,
            # nobody trusts them, and their private keys were thrown away after the recording.
            """;

    private final PublicCast publicOnes;
    private final PrivateCast privateOnes;

    HardCast(Instant now) throws GeneralSecurityException, IOException, OperatorCreationException {
        publicOnes = new PublicCast(now);
        privateOnes = new PrivateCast(now);
    }

    void mint(Path directory, Instant now) throws GeneralSecurityException, IOException, OperatorCreationException {
        for (var site : publicOnes.sites().entrySet()) {
            site.getValue().write(directory, site.getKey());
        }
        for (var host : privateOnes.hosts().entrySet()) {
            host.getValue().write(directory, host.getKey());
        }
        for (var authority : privateOnes.authorities().entrySet()) {
            Files.writeString(
                    directory.resolve(authority.getKey() + ".ca.pem"),
                    Cast.pem(authority.getValue().certificate()));
        }
        for (var forger : forgers().entrySet()) {
            var authority = forger.getValue();
            Identity.of(authority.keys(), authority.certificate()).write(directory, forger.getKey());
            Files.writeString(directory.resolve(forger.getKey() + ".ca.pem"), Cast.pem(authority.certificate()));
        }
        Files.writeString(directory.resolve("roots.pem"), pem("The public roots", publicOnes.roots()));
        Files.writeString(
                directory.resolve("intermediates.pem"),
                pem("The public authorities' intermediates", publicOnes.intermediates()));
        Files.writeString(directory.resolve("log_list.json"), CtLogList.json(now, publicOnes.logs()));
    }

    private Map<String, Authority> forgers() throws GeneralSecurityException, IOException, OperatorCreationException {
        return Map.of(
                "as-saltmarsh", Impostor.of(publicOnes.saltmarsh.certificate(), Keys.rsa(2048)),
                "as-e7", Impostor.of(publicOnes.orreryEc.certificate(), Keys.ec()),
                "as-root", Impostor.of(publicOnes.saltmarshRoot.certificate(), Keys.rsa(2048)),
                "tarn", forger("C=IE,O=Tarn Data Services,CN=Tarn Data Services G2", Keys.rsa(2048)),
                "kell", forger("O=Kell and Partners,CN=Kell Certificate Services 3", Keys.ec()),
                "commons", forger("C=US,O=Open Certificate Commons,CN=OCC R3", Keys.rsa(2048)));
    }

    private static Authority forger(String name, KeyPair keys)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return LabPki.root(
                name, keys, "", Instant.parse("2022-02-01T09:30:00Z"), Instant.parse("2037-02-01T09:30:00Z"));
    }

    private static String pem(String what, List<Authority> authorities) {
        return authorities.stream()
                .map(Authority::certificate)
                .map(one -> "\n# " + one.getSubjectX500Principal().getName() + "\n" + Cast.pem(one))
                .collect(Collectors.joining("", INTRO.formatted(what), ""));
    }
}
