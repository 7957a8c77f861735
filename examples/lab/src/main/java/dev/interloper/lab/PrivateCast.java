package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.interloper.lab.LabPki.Authority;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;

/** Authorities of companies and appliances: right where they are, and unknown everywhere else. */
final class PrivateCast {
    /** smallstep's step-ca names the provisioner in each certificate: type, name and credential. */
    private static final ASN1ObjectIdentifier STEP_PROVISIONER =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.37476.9000.64.1");

    private static final int STEP_ACME = 6;

    private final Instant now;
    private final Map<String, Identity> hosts = new LinkedHashMap<>();
    private final Map<String, Authority> authorities = new LinkedHashMap<>();

    PrivateCast(Instant now) throws GeneralSecurityException, IOException, OperatorCreationException {
        this.now = now.truncatedTo(SECONDS);
        authority("halvard", "O=Halvard Werft GmbH,CN=Halvard Internal CA", Keys.rsa(2048), "", 1300);
        authority("halvard-dc", "DC=internal,DC=halvard,DC=ad,CN=halvard-DC01-CA", Keys.rsa(2048), "", 2100);
        authority(
                "brackwater",
                "O=Brackwater Ports,CN=Brackwater Infrastructure Root",
                Keys.rsa(2048),
                "pki.brackwater.lan",
                1900);
        authority("step", "O=Halvard ACME,CN=Halvard ACME Intermediate CA", Keys.ec(), "", 210);
        authority("coldharbour", "O=Coldharbour Instruments,CN=Coldharbour Devices CA", Keys.rsa(2048), "", 1500);
    }

    private void authority(String name, String subject, KeyPair keys, String urls, int days)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var from = now.minus(Duration.ofDays(days)).minusSeconds(31_415);
        authorities.put(name, LabPki.root(subject, keys, urls, from, from.plus(Duration.ofDays(3650))));
    }

    Map<String, Authority> authorities() {
        return authorities;
    }

    /** Every host by its name in the cast. */
    Map<String, Identity> hosts() throws GeneralSecurityException, IOException, OperatorCreationException {
        plain();
        hosts.put("internal-adcs", AdcsLeaf.sign(authorities.get("halvard-dc"), now.minus(Duration.parse("P96DT5H"))));
        hosts.put("internal-acme", acme("wiki.halvard.lan", true));
        hosts.put("internal-fresh", acme("build.halvard.lan", false));
        fleet();
        appliances();
        return hosts;
    }

    /** What `openssl x509 -req` with a few lines of extensions makes: nothing in it tells who asked for it, or why. */
    private void plain() throws GeneralSecurityException, IOException, OperatorCreationException {
        twoYears("internal-plain", "halvard", "CN=git.halvard.lan", 150, "git.halvard.lan");
        twoYears(
                "owner-ca",
                "coldharbour",
                "O=Coldharbour Instruments,CN=support.coldharbour.example",
                200,
                "support.coldharbour.example");
    }

    private void twoYears(String name, String issuer, String subject, int days, String host)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = Keys.rsa(2048);
        var leaf = new Leaf(authorities.get(issuer), subject, keys.getPublic())
                .lasting(now.minus(Duration.ofDays(days)).minusSeconds(4711), Duration.ofDays(730))
                .server()
                .names(host)
                .keyIdentifiers()
                .sign();
        hosts.put(name, Identity.of(keys, leaf, authorities.get(issuer).certificate()));
    }

    private Identity acme(String host, boolean namesProvisioner)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var step = authorities.get("step");
        var keys = Keys.ec();
        var leaf = new Leaf(step, "CN=" + host, keys.getPublic())
                .between(now.minusSeconds(480), now.minusSeconds(480).plus(Duration.ofHours(24)))
                .server()
                .keyIdentifiers()
                .names(host);
        if (namesProvisioner) {
            var provisioner = new ASN1EncodableVector();
            provisioner.add(new ASN1Integer(STEP_ACME));
            provisioner.add(new DEROctetString("acme".getBytes(US_ASCII)));
            provisioner.add(new DEROctetString(new byte[0]));
            leaf.add(STEP_PROVISIONER, false, new DERSequence(provisioner));
        }
        return Identity.of(keys, leaf.sign(), step.certificate());
    }

    /** Enrolled over the years, each at its own time, for its own key, with its own address. */
    private void fleet() throws GeneralSecurityException, IOException, OperatorCreationException {
        var root = authorities.get("brackwater");
        var from = now.minus(Duration.ofDays(1880));
        var issuing = LabPki.intermediate(
                root,
                "O=Brackwater Ports,CN=Brackwater Issuing CA 1",
                Keys.rsa(2048),
                "pki.brackwater.lan",
                0,
                from,
                from.plus(Duration.ofDays(3000)));
        fleetHost(issuing, "fleet-crane", Keys.rsa(2048), 611, "crane-07.brackwater.lan", "10.20.7.1");
        fleetHost(issuing, "fleet-gate", Keys.ec(), 402, "gate.brackwater.lan", "10.20.7.2");
        fleetHost(issuing, "fleet-weigh", Keys.rsa(2048), 188, "weighbridge.brackwater.lan", "10.20.7.3");
        fleetHost(issuing, "fleet-berth", Keys.ec(), 37, "berths.brackwater.lan", "10.20.7.4");
    }

    private void fleetHost(Authority issuing, String name, KeyPair keys, int days, String host, String address)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var leaf = new Leaf(issuing, "O=Brackwater Ports,OU=Terminal Systems,CN=" + host, keys.getPublic())
                .lasting(now.minus(Duration.ofDays(days)).minusSeconds(days * 7919L % 86_400), Duration.ofDays(825))
                .server()
                .keyIdentifiers()
                .names(host, host.substring(0, host.indexOf('.')), address)
                .access(false)
                .crl()
                .sign();
        hosts.put(name, Identity.of(keys, leaf, issuing.certificate()));
    }

    /** Made at the factory or at first boot, each by itself for itself. */
    private void appliances() throws GeneralSecurityException, IOException, OperatorCreationException {
        var factory = Instant.parse("2021-04-19T06:12:44Z");
        hosts.put(
                "appliance-factory",
                selfSigned("C=TW,O=Fenwick Storage,OU=NAS Division,CN=FS-2214-0093", Keys.rsa(2048), factory, 3650));
        hosts.put(
                "appliance-boot",
                selfSigned("CN=gateway.home.arpa", Keys.ec(), now.minus(Duration.parse("P431DT11H")), 10_950));
    }

    /** The profile of `openssl req -x509`. */
    private static Identity selfSigned(String subject, KeyPair keys, Instant from, int days)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var ids = new JcaX509ExtensionUtils();
        var any = LabPki.root(subject, keys, "", from, from.plusSeconds(1));
        var leaf = new Leaf(any, subject, keys.getPublic())
                .between(from, from.plus(Duration.ofDays(days)))
                .add(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()))
                .add(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(keys.getPublic()))
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .sign();
        return Identity.of(keys, leaf);
    }
}
