package dev.interloper.lab;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.LabPki.Policy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.operator.OperatorCreationException;

/** The public authorities and logs of the hard captures, and the sites that they certified. */
final class PublicCast {
    private static final Duration QUARTER = Duration.ofDays(90);

    final CtLog plover;
    final CtLog dunlin;
    final CtLog curlew;
    final Authority saltmarshRoot;
    final Authority saltmarsh;
    final Authority orreryRoot;
    final Authority orreryEc;
    final Authority orreryRsa;
    private final Instant now;
    private final Map<String, Identity> sites = new LinkedHashMap<>();

    PublicCast(Instant now) throws GeneralSecurityException, IOException, OperatorCreationException {
        this.now = now.truncatedTo(SECONDS);
        plover = new CtLog("Wader Observatory", "Plover 2027h1", Keys.ec());
        dunlin = new CtLog("Wader Observatory", "Dunlin 2026h2", Keys.ec());
        curlew = new CtLog("Fen Ledger", "Curlew 2027", Keys.ec());
        saltmarshRoot = LabPki.root(
                "C=CA,O=Saltmarsh Trust Incorporated,CN=Saltmarsh Root R3",
                Keys.rsa(2048),
                "r3.saltmarsh.example",
                Instant.parse("2014-03-04T15:00:00Z"),
                Instant.parse("2039-03-04T15:00:00Z"));
        saltmarsh = LabPki.intermediate(
                saltmarshRoot,
                "C=CA,O=Saltmarsh Trust Incorporated,CN=Saltmarsh TLS RSA CA 8",
                Keys.rsa(2048),
                "rsa8.saltmarsh.example",
                0,
                Instant.parse("2023-06-13T00:00:00Z"),
                Instant.parse("2033-06-12T23:59:59Z"));
        orreryRoot = LabPki.root(
                "C=CH,O=Orrery Internet Authority,CN=Orrery Root X2",
                Keys.ec(),
                "x2.orrery.example",
                Instant.parse("2020-09-04T00:00:00Z"),
                Instant.parse("2040-09-17T16:00:00Z"));
        orreryEc = orrery("E7", Keys.ec());
        orreryRsa = orrery("R14", Keys.rsa(2048));
    }

    private Authority orrery(String name, KeyPair keys)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return LabPki.intermediate(
                orreryRoot,
                "C=CH,O=Orrery Internet Authority,CN=" + name,
                keys,
                name.toLowerCase(Locale.ROOT) + ".orrery.example",
                0,
                Instant.parse("2024-03-13T00:00:00Z"),
                Instant.parse("2027-03-12T23:59:59Z"));
    }

    List<Authority> roots() {
        return List.of(saltmarshRoot, orreryRoot);
    }

    List<Authority> intermediates() {
        return List.of(saltmarsh, orreryEc, orreryRsa);
    }

    List<CtLog> logs() {
        return List.of(plover, dunlin, curlew);
    }

    /** Every site by its name in the cast. */
    Map<String, Identity> sites() throws GeneralSecurityException, IOException, OperatorCreationException {
        ordinary();
        young();
        old();
        odd();
        return sites;
    }

    private void ordinary() throws GeneralSecurityException, IOException, OperatorCreationException {
        organisation(
                "lindgren", Keys.rsa(2048), "C=SE,L=Varberg,O=Lindgren Cyklar AB", 37, "www.lindgren-cycles.example");
        organisation("ostrava", Keys.ec(), "C=CZ,L=Ostrava,O=Ostrava Savings a.s.", 51, "bank.ostrava-savings.example");
        organisation(
                "jsse", Keys.rsa(2048), "C=GB,L=Telford,O=Ironbridge Tolls Ltd", 12, "pay.ironbridge-tolls.example");
        organisation(
                "cdn-rsa",
                Keys.rsa(2048),
                "C=US,ST=Ohio,L=Dayton,O=Larkspur CDN Inc",
                66,
                "static.larkspur-cdn.example",
                "img.larkspur-cdn.example");
        domain(
                "cdn-ec",
                orreryEc,
                Keys.ec(),
                ago(21),
                QUARTER,
                "static.larkspur-cdn.example",
                "js.larkspur-cdn.example");
        domain("merrow", orreryEc, Keys.ec(), ago(17), QUARTER, "shop.merrow-tea.example");
        domain("tern", orreryEc, Keys.ec(), ago(44), QUARTER, "maps.tern-atlas.example");
        domain(
                "calder",
                orreryRsa,
                Keys.rsa(2048),
                ago(29),
                QUARTER,
                "news.calder-post.example",
                "calder-post.example");
        domain("fairlea", orreryRsa, Keys.rsa(2048), ago(61), QUARTER, "portal.fairlea-clinic.example");
        domain("guest-wlan", orreryEc, Keys.ec(), ago(33), QUARTER, "login.guest-wlan.example");
        domain("chainless", orreryEc, Keys.ec(), ago(8), QUARTER, "www.bellwether-yarn.example");
        sites.put(
                "chainless",
                new Identity(
                        sites.get("chainless").key(),
                        List.of(sites.get("chainless").leaf())));
        domain("disordered", orreryRsa, Keys.rsa(2048), ago(72), QUARTER, "forum.hazelgrid.example");
        var ordered = sites.get("disordered");
        sites.put(
                "disordered",
                new Identity(
                        ordered.key(), List.of(ordered.leaf(), orreryRoot.certificate(), orreryRsa.certificate())));
    }

    private void young() throws GeneralSecurityException, IOException, OperatorCreationException {
        var sixDayKeys = Keys.ec();
        var sixDay = new Leaf(orreryEc, "", sixDayKeys.getPublic())
                .lasting(now.minus(Duration.ofHours(2)), Duration.ofHours(160))
                .server()
                .keyIdentifiers()
                .access(false)
                .names("api.tidegauge.example")
                .policy(Policy.DOMAIN_VALIDATED.oid)
                .promised(now.minus(Duration.ofHours(1)), List.of(plover, curlew))
                .sign();
        sites.put("six-day", Identity.of(sixDayKeys, sixDay, orreryEc.certificate()));
        // ACME authorities date a certificate back by an hour; the promises tell when it was really made
        domain(
                "just-issued",
                orreryRsa,
                Keys.rsa(2048),
                now.minus(Duration.parse("PT1H4M")),
                QUARTER,
                "blog.quince-orchard.example");
        domain(
                "rotated-new",
                saltmarsh,
                Keys.rsa(2048),
                now.minus(Duration.parse("PT3H12M")),
                QUARTER,
                "mail.grebe-post.example");
    }

    private void old() throws GeneralSecurityException, IOException, OperatorCreationException {
        domain("rotated-old", saltmarsh, Keys.rsa(2048), ago(80), QUARTER, "mail.grebe-post.example");
        domain("expired", orreryRsa, Keys.rsa(2048), ago(93), QUARTER, "www.penrose-choir.example");
        var keys = Keys.rsa(2048);
        var leaf = new Leaf(saltmarsh, "C=IE,L=Sligo,O=Mossgate Archive,CN=archive.mossgate.example", keys.getPublic())
                .lasting(ago(120), Duration.ofDays(199))
                .server()
                .keyIdentifiers()
                .access(true)
                .names("archive.mossgate.example")
                .policy(Policy.ORGANIZATION_VALIDATED.oid)
                .crl()
                .sign();
        sites.put("no-sct", Identity.of(keys, leaf, saltmarsh.certificate()));
    }

    private void odd() throws GeneralSecurityException, IOException, OperatorCreationException {
        sites.put("odd", OddLeaf.sign(saltmarsh, ago(3), logs()));
    }

    private void organisation(String name, KeyPair keys, String subject, int days, String... hosts)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var issued = ago(days);
        var leaf = new Leaf(saltmarsh, subject + ",CN=" + hosts[0], keys.getPublic())
                .lasting(issued, Duration.ofDays(180))
                .server()
                .keyIdentifiers()
                .access(true)
                .names(hosts)
                .policy(Policy.ORGANIZATION_VALIDATED.oid)
                .crl()
                .promised(issued.plusSeconds(41), List.of(plover, curlew))
                .sign();
        sites.put(name, Identity.of(keys, leaf, saltmarsh.certificate()));
    }

    private void domain(String name, Authority issuer, KeyPair keys, Instant from, Duration life, String... hosts)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var leaf = new Leaf(issuer, "CN=" + hosts[0], keys.getPublic())
                .lasting(from, life)
                .server()
                .keyIdentifiers()
                .access(false)
                .names(hosts)
                .policy(Policy.DOMAIN_VALIDATED.oid)
                .crl()
                .promised(from.plus(Duration.ofHours(1)), List.of(dunlin, curlew))
                .sign();
        sites.put(name, Identity.of(keys, leaf, issuer.certificate()));
    }

    /** So many days ago, at some hour of its own. */
    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days)).minusSeconds(days * 7919L % 86_400);
    }
}
