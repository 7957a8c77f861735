package dev.interloper.core.client;

import dev.interloper.handshake.registry.Registry;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a row of {@code browsers.tsv} says of a hello. */
enum BrowserRule {
    NEVER_EXTENSION(Registry.EXTENSION_TYPES),
    NEVER_SUITE(Registry.CIPHER_SUITES),
    NEVER_GROUP(Registry.SUPPORTED_GROUPS),
    NEVER_SCHEME(Registry.SIGNATURE_SCHEMES),
    NEVER_POINT_FORMAT(Registry.EC_POINT_FORMATS),
    NEVER_COMPRESSION(Registry.COMPRESSION_METHODS),
    ALWAYS_EXTENSION(Registry.EXTENSION_TYPES),
    ALWAYS_GREASE(Registry.CIPHER_SUITES),
    ALWAYS_RENEGOTIATION(Registry.EXTENSION_TYPES),
    ALWAYS_VERSION(Registry.EXTENSION_TYPES),
    KNOWN_EXTENSION(Registry.EXTENSION_TYPES),
    KNOWN_SUITE(Registry.CIPHER_SUITES),
    KNOWN_GROUP(Registry.SUPPORTED_GROUPS),
    KNOWN_SCHEME(Registry.SIGNATURE_SCHEMES);

    private final Registry registry;

    BrowserRule(Registry registry) {
        this.registry = registry;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isKnown() {
        return name().startsWith("KNOWN_");
    }

    boolean isAlways() {
        return name().startsWith("ALWAYS_");
    }

    String nameOf(int number) {
        return registry.nameOf(number);
    }

    /** The numbers by which a hello breaks the rule; for rules without numbers, what it lacks or has instead. Empty if it keeps it. */
    List<Integer> broken(HelloShape hello, Set<Integer> values) {
        return switch (this) {
            case NEVER_EXTENSION -> both(hello.extensions(), values);
            case NEVER_SUITE -> both(hello.suites(), values);
            case NEVER_GROUP -> both(hello.groups(), values);
            case NEVER_SCHEME -> both(hello.schemes(), values);
            case NEVER_POINT_FORMAT -> both(hello.pointFormats(), values);
            case NEVER_COMPRESSION -> both(hello.compression(), values);
            case ALWAYS_EXTENSION -> outside(List.copyOf(values), Set.copyOf(hello.extensions()));
            case ALWAYS_GREASE -> hello.hasGrease() ? List.of() : List.of(0);
            case ALWAYS_RENEGOTIATION ->
                hello.offersSecureRenegotiation() ? List.of() : List.of(HelloShape.RENEGOTIATION_INFO);
            case ALWAYS_VERSION ->
                values.stream().allMatch(version -> hello.highestVersion() >= version || hello.isRetryAtLowerVersion())
                        ? List.of()
                        : List.of(hello.highestVersion());
            case KNOWN_EXTENSION -> outside(hello.extensions(), values);
            case KNOWN_SUITE -> outside(hello.suites(), values);
            case KNOWN_GROUP -> outside(hello.groups(), values);
            case KNOWN_SCHEME -> outside(hello.schemes(), values);
        };
    }

    private static List<Integer> both(List<Integer> offered, Set<Integer> values) {
        return offered.stream().filter(values::contains).distinct().toList();
    }

    private static List<Integer> outside(List<Integer> offered, Set<Integer> values) {
        return offered.stream()
                .filter(number -> !values.contains(number))
                .distinct()
                .sorted()
                .toList();
    }
}
