package dev.interloper.certs.forgery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a print does not depend on the host: one short text a feature, comparable and storable.
 *
 * <p>Names, addresses, keys and numbers of the certificate are not in it. A shape may lack features; what one of two
 * shapes lacks is left out of their comparison, so that a stored shape can leave out what its engine copies from the
 * origin. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ForgeShape {
    private static final String HEAD = "forge1";

    private final Map<ForgeFeature, String> features;

    ForgeShape(Map<ForgeFeature, String> features) {
        this.features = Collections.unmodifiableMap(new EnumMap<>(features));
    }

    /**
     * Reads the text form, one line as {@link #text()} writes it.
     *
     * @param line the line, without its end; not null
     * @return the shape
     * @throws ForgeShapeException if it is anything else
     */
    public static ForgeShape parse(String line) throws ForgeShapeException {
        return new ForgeShape(ForgeShapeText.read(HEAD, Objects.requireNonNull(line, "line")));
    }

    /**
     * The features that are known, each with its value.
     *
     * @return an unmodifiable map, in the order of {@link ForgeFeature}
     */
    public Map<ForgeFeature, String> features() {
        return features;
    }

    /**
     * The value of one feature.
     *
     * @param feature which; not null
     * @return the value; empty when it is not known
     */
    public Optional<String> feature(ForgeFeature feature) {
        return Optional.ofNullable(features.get(feature));
    }

    /**
     * The shape without some features, such as those that an engine copies from the origin.
     *
     * @param left what to leave out; not null
     * @return the smaller shape
     */
    public ForgeShape without(ForgeFeature... left) {
        Map<ForgeFeature, String> fewer = new EnumMap<>(ForgeFeature.class);
        fewer.putAll(features);
        for (ForgeFeature feature : left) {
            fewer.remove(feature);
        }
        return new ForgeShape(fewer);
    }

    /**
     * The shape as if nobody had looked for the marks of public authorities: without them, and without the extensions that
     * carry them.
     *
     * @return the smaller shape
     */
    public ForgeShape withoutPublicMarks() {
        Map<ForgeFeature, String> fewer = new EnumMap<>(ForgeFeature.class);
        fewer.putAll(features);
        fewer.remove(ForgeFeature.PUBLIC_MARKS);
        fewer.computeIfPresent(ForgeFeature.EXTENSIONS, (feature, value) -> TypeNames.withoutMarks(value));
        return new ForgeShape(fewer);
    }

    /**
     * How alike two shapes are: the mean likeness of the features that both know, by their weights. Symmetric; a
     * rarity that both lack does not count.
     *
     * @param other the other shape; not null
     * @return 0 to 1; 1 for equal shapes, 0 also when there is nothing to compare
     */
    public double similarity(ForgeShape other) {
        double likeness = 0;
        double weight = 0;
        for (Map.Entry<ForgeFeature, String> entry : features.entrySet()) {
            ForgeFeature feature = entry.getKey();
            String theirs = other.features.get(feature);
            Optional<Double> alike = theirs == null ? Optional.empty() : feature.likeness(entry.getValue(), theirs);
            if (alike.isPresent()) {
                likeness += feature.weight() * alike.get();
                weight += feature.weight();
            }
        }
        return weight == 0 ? 0 : likeness / weight;
    }

    /**
     * How much of what there is to know both shapes know, by weight: how far {@link #similarity} can be relied on.
     *
     * @param other the other shape; not null
     * @return 0 to 1
     */
    public double overlap(ForgeShape other) {
        double both = 0;
        double all = 0;
        for (ForgeFeature feature : ForgeFeature.values()) {
            all += feature.weight();
            both += features.containsKey(feature) && other.features.containsKey(feature) ? feature.weight() : 0;
        }
        return both / all;
    }

    /**
     * Where two shapes differ, what counts most first.
     *
     * @param other the other shape; not null
     * @return an unmodifiable list; empty when all that both know is the same
     */
    public List<FeatureDifference> differences(ForgeShape other) {
        List<FeatureDifference> found = new ArrayList<>();
        features.forEach((feature, ours) -> {
            String theirs = other.features.get(feature);
            if (theirs != null && !theirs.equals(ours)) {
                double likeness = feature.likeness(ours, theirs).orElse(1.0);
                found.add(new FeatureDifference(feature, ours, theirs, likeness));
            }
        });
        Collections.sort(found);
        return List.copyOf(found);
    }

    /**
     * The shape as one line of printable ASCII, which {@link #parse} reads.
     *
     * @return {@code forge1}, then {@code name=value} for each known feature, between single spaces
     */
    public String text() {
        return ForgeShapeText.write(HEAD, features);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForgeShape that && features.equals(that.features);
    }

    @Override
    public int hashCode() {
        return features.hashCode();
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
