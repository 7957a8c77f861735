package dev.interloper.certs.forgery;

import dev.interloper.certs.name.SubjectAltNames;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the features of a print into words. */
final class ShapeReader {
    private static final int BIGGEST_CHAIN = 4;
    private static final BigInteger USUAL_EXPONENT = BigInteger.valueOf(65_537);

    private final Map<ForgeFeature, String> features = new EnumMap<>(ForgeFeature.class);

    private ShapeReader() {}

    static ForgeShape read(ForgePrint print) {
        LeafDer leaf = print.der();
        SubjectAltNames names = print.subjectAltNames();
        ShapeReader reader = new ShapeReader();
        reader.put(ForgeFeature.VERSION, Integer.toString(print.version()));
        reader.put(ForgeFeature.KEY, key(print));
        reader.put(ForgeFeature.SIGNATURE, signature(leaf));
        reader.put(ForgeFeature.KEY_TIE, tie(print));
        reader.put(ForgeFeature.EXTENSIONS, extensions(leaf));
        reader.put(ForgeFeature.SUBJECT_KEY_ID, print.keyIdentifiers().subject().token());
        reader.put(ForgeFeature.AUTHORITY_KEY_ID, print.keyIdentifiers().authorityToken());
        reader.put(ForgeFeature.SERIAL, print.serial().token());
        reader.validity(print.validityShape());
        reader.put(ForgeFeature.SUBJECT, SubjectShape.of(leaf, names.names()).token());
        reader.put(ForgeFeature.SUBJECT_STRINGS, strings(leaf.subject()));
        reader.put(
                ForgeFeature.ISSUER,
                leaf.issuer().stream().map(a -> TypeNames.attribute(a.type())).collect(Collectors.joining(",")));
        reader.put(ForgeFeature.ALTERNATIVE_NAMES, AltNamesToken.of(names, commonName(leaf.subject())));
        reader.put(ForgeFeature.KEY_USAGE, Usages.keyUsage(leaf));
        reader.put(ForgeFeature.EXTENDED_KEY_USAGE, Usages.purposes(leaf));
        reader.put(ForgeFeature.BASIC_CONSTRAINTS, Usages.basicConstraints(leaf));
        reader.put(
                ForgeFeature.PUBLIC_MARKS,
                joined(print.publicMarks().stream().map(PublicMark::token).toList()));
        reader.put(
                ForgeFeature.QUIRKS,
                joined(print.quirks().stream().map(EncodingQuirk::token).toList()));
        reader.put(ForgeFeature.CHAIN, chain(print.chainShape()));
        return new ForgeShape(reader.features);
    }

    /** A feature without a word is not known. */
    private void put(ForgeFeature feature, String word) {
        String fit = ForgeShapeText.fit(word);
        if (!fit.isEmpty()) {
            features.put(feature, fit);
        }
    }

    private void validity(ValidityShape shape) {
        put(ForgeFeature.VALIDITY, shape.lengthToken());
        shape.startToken().ifPresent(word -> put(ForgeFeature.START, word));
        shape.issuersToken().ifPresent(word -> put(ForgeFeature.ISSUER_VALIDITY, word));
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "-" : String.join(",", words);
    }

    private static String key(ForgePrint print) {
        String kind = print.keyAlgorithm().toLowerCase(Locale.ROOT);
        String size = print.keyBits() < 0 ? "" : Integer.toString(print.keyBits());
        return kind
                + size
                + (print.leaf().getPublicKey() instanceof RSAPublicKey rsa ? exponent(rsa.getPublicExponent()) : "");
    }

    private static String exponent(BigInteger exponent) {
        if (exponent.equals(USUAL_EXPONENT)) {
            return "";
        }
        return exponent.bitLength() > 31 ? "e-big" : "e" + exponent.abs();
    }

    private static String signature(LeafDer leaf) {
        return leaf.signatureOid().map(TypeNames::algorithm).orElse("");
    }

    private static String tie(ForgePrint print) {
        if (print.selfSigned()) {
            return "self";
        }
        if (print.leafKeyEqualsIssuerKey()) {
            return "key";
        }
        return print.authorityKeyIdIsOwnKey() ? "aki" : "-";
    }

    private static String extensions(LeafDer leaf) {
        return joined(leaf.extensions().stream()
                .map(e -> TypeNames.extension(e.oid()) + (e.critical() ? "!" : ""))
                .toList());
    }

    /** The letters of the string types that the encoder could choose; types that the standard sets are left out. */
    private static String strings(List<NameAttribute> name) {
        Set<Character> letters = new TreeSet<>();
        for (NameAttribute attribute : name) {
            String type = attribute.type();
            if (!type.equals(TypeNames.COUNTRY)
                    && !type.equals(TypeNames.EMAIL)
                    && !type.equals(TypeNames.DOMAIN_COMPONENT)) {
                letters.add(attribute.letter());
            }
        }
        return letters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static String commonName(List<NameAttribute> subject) {
        return subject.stream()
                .filter(a -> a.type().equals(TypeNames.COMMON_NAME))
                .map(NameAttribute::value)
                .findFirst()
                .orElse("");
    }

    private static String chain(ChainShape shape) {
        String size = shape.size() < BIGGEST_CHAIN ? Integer.toString(shape.size()) : BIGGEST_CHAIN + "+";
        return size
                + (shape.rootIncluded() ? ",root" : "")
                + (shape.duplicates() > 0 ? ",twice" : "")
                + (shape.unreadable() > 0 ? ",unreadable" : "");
    }
}
