package dev.interloper.certs.forgery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The text form of a shape. */
final class ForgeShapeText {
    /** Far longer than the longest shape of a certificate that anybody would use. */
    private static final int MAX = 8_192;

    /** Longest value; a certificate made to be long is cut. */
    private static final int MAX_VALUE = 512;

    private ForgeShapeText() {}

    static String write(String head, Map<ForgeFeature, String> features) {
        StringBuilder line = new StringBuilder(head);
        features.forEach((feature, value) ->
                line.append(' ').append(feature.token()).append('=').append(value));
        return line.toString();
    }

    static Map<ForgeFeature, String> read(String head, String line) throws ForgeShapeException {
        if (line.length() > MAX) {
            throw new ForgeShapeException(MAX, "a shape has at most " + MAX + " characters");
        }
        String[] words = line.split(" ", -1);
        if (!words[0].equals(head)) {
            throw new ForgeShapeException(0, "expected " + head);
        }
        Map<ForgeFeature, String> features = new EnumMap<>(ForgeFeature.class);
        int offset = head.length() + 1;
        for (int i = 1; i < words.length; i++) {
            feature(words[i], offset, features);
            offset += words[i].length() + 1;
        }
        return features;
    }

    private static void feature(String word, int offset, Map<ForgeFeature, String> features)
            throws ForgeShapeException {
        int equals = word.indexOf('=');
        Optional<ForgeFeature> feature = ForgeFeature.named(word.substring(0, Math.max(0, equals)));
        if (feature.isEmpty()) {
            throw new ForgeShapeException(offset, "expected name=value with the name of a feature");
        }
        String value = word.substring(equals + 1);
        if (value.isEmpty() || !value.equals(fit(value))) {
            throw new ForgeShapeException(offset + equals + 1, "not a value");
        }
        if (features.put(feature.get(), value) != null) {
            throw new ForgeShapeException(
                    offset, "a second value for " + feature.get().token());
        }
    }

    /** Cuts what is too long; makes sure that nothing of a certificate's text can get into the line. */
    static String fit(String value) {
        int end = Math.min(value.length(), MAX_VALUE);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ",.+!-".indexOf(c) >= 0;
            if (!plain) {
                return value.substring(0, i);
            }
        }
        return value.substring(0, end);
    }
}
