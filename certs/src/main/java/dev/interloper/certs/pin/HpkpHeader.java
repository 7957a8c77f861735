package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Pins of the HTTP headers {@code Public-Key-Pins} and {@code Public-Key-Pins-Report-Only}.
 *
 * <p>Thread-safe: there is no state.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.1">RFC 7469, section 2.1</a>
 * @since 0.1
 */
public final class HpkpHeader {
    /** A header never asks for more than this; larger numbers are this one. */
    private static final Duration MAX_AGE = Duration.ofDays(36_525);

    private static final int MAX_AGE_DIGITS = 18;

    private final List<Pin> pins = new ArrayList<>();
    private final List<Finding> leftOut = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<Duration> maxAge = Optional.empty();
    private Optional<String> reportUri = Optional.empty();
    private boolean subdomains;

    private HpkpHeader() {}

    /**
     * Reads the value of a {@code Public-Key-Pins} header.
     *
     * @param host the host that sent it; not null
     * @param value the value, such as {@code pin-sha256="..."; max-age=5184000; includeSubDomains}; not null
     * @param received when it was received, from which its age counts; not null
     * @return the policy, empty when the header takes pins back by a {@code max-age} of 0
     * @throws PinSyntaxException if the header would be ignored by the rules of RFC 7469
     * @throws IllegalArgumentException if the host is no host name; addresses are not pinned
     */
    public static PinImport read(ServerName host, String value, Instant received) throws PinSyntaxException {
        Objects.requireNonNull(received, "received");
        HpkpHeader header = new HpkpHeader().parse(value);
        Duration age = header.maxAge.orElseThrow(() -> new PinSyntaxException(1, 1, "max-age is missing"));
        PinSet.Builder set = header.set("Public-Key-Pins of " + named(host));
        if (age.isZero()) {
            return new PinImport(PinPolicy.builder().build(), header.leftOut);
        }
        return header.policy(host, set.expires(received.plus(age)));
    }

    /**
     * Reads the value of a {@code Public-Key-Pins-Report-Only} header, which holds without expiry; {@code max-age} is
     * ignored in it.
     *
     * @param host the host that sent it; not null
     * @param value the value; not null
     * @return the policy
     * @throws PinSyntaxException if the header would be ignored by the rules of RFC 7469
     * @throws IllegalArgumentException if the host is no host name; addresses are not pinned
     */
    public static PinImport readReportOnly(ServerName host, String value) throws PinSyntaxException {
        HpkpHeader header = new HpkpHeader().parse(value);
        return header.policy(
                host,
                header.set("Public-Key-Pins-Report-Only of " + named(host)).reportOnly());
    }

    private static String named(ServerName host) {
        if (host.kind() == ServerName.Kind.INVALID || host.isIp()) {
            throw new IllegalArgumentException("host must be a host name: " + host);
        }
        return host.toString();
    }

    private PinSet.Builder set(String name) {
        if (pins.isEmpty()) {
            throw new PinSyntaxException(1, 1, "there is no pin-sha256");
        }
        PinSet.Builder set = PinSet.builder(name);
        pins.forEach(set::add);
        reportUri.ifPresent(set::reportUri);
        return set;
    }

    private PinImport policy(ServerName host, PinSet.Builder set) {
        HostPattern pattern = subdomains ? HostPattern.withSubdomains(host) : HostPattern.of(host);
        return new PinImport(PinPolicy.builder().add(pattern, set.build()).build(), leftOut);
    }

    private HpkpHeader parse(String value) {
        ConfigText.bound(value);
        for (HeaderDirectives.Directive directive : HeaderDirectives.parse(value)) {
            directive(directive);
        }
        return this;
    }

    private void directive(HeaderDirectives.Directive directive) {
        String name = directive.name().toLowerCase(Locale.ROOT);
        boolean pin = name.startsWith("pin-");
        if (!pin && !seen.add(name)) {
            throw directive.error("a second " + name);
        }
        switch (name) {
            case "pin-sha256" -> {
                if (!directive.quoted()) {
                    throw directive.error("the value of pin-sha256 must be in quotes");
                }
                pins.add(pin(directive));
                ConfigText.boundPins(pins, 1);
            }
            case "max-age" -> maxAge = Optional.of(age(directive));
            case "includesubdomains" -> subdomains = true;
            case "report-uri" -> reportUri = Optional.of(directive.value());
            default -> {
                String what = PinSyntaxException.quoted(directive.name()) + " is unknown and left out.";
                leftOut.add(PinImport.leftOut(1, what));
            }
        }
    }

    private static Pin pin(HeaderDirectives.Directive directive) {
        try {
            return Pin.of(PinText.digest(directive.value(), 0));
        } catch (PinSyntaxException e) {
            throw directive.error(e.reason());
        }
    }

    private static Duration age(HeaderDirectives.Directive directive) {
        String digits = directive.value();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw directive.error("max-age must be a number of seconds, is " + PinSyntaxException.quoted(digits));
        }
        if (digits.length() > MAX_AGE_DIGITS) {
            return MAX_AGE;
        }
        Duration age = Duration.ofSeconds(Long.parseLong(digits));
        return age.compareTo(MAX_AGE) > 0 ? MAX_AGE : age;
    }
}
