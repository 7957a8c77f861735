package dev.interloper.certs.forgery;

import java.util.Objects;

/**
 * A feature in which two shapes differ. Natural order: what takes most from the similarity first.
 *
 * @param feature which; never null
 * @param one its value in the one shape; never null
 * @param other its value in the other; never null
 * @param likeness how alike the two values still are, 0 to 1
 * @since 0.1
 */
public record FeatureDifference(ForgeFeature feature, String one, String other, double likeness)
        implements Comparable<FeatureDifference> {
    /**
     * Makes the record.
     *
     * @param feature which feature
     * @param one its value in the one shape
     * @param other its value in the other
     * @param likeness how alike they are
     * @throws NullPointerException if an argument is null
     */
    public FeatureDifference {
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
    }

    private double loss() {
        return feature.weight() * (1 - likeness);
    }

    @Override
    public int compareTo(FeatureDifference that) {
        int byLoss = Double.compare(that.loss(), loss());
        if (byLoss != 0) {
            return byLoss;
        }
        int byFeature = feature.compareTo(that.feature);
        int byOne = byFeature == 0 ? one.compareTo(that.one) : byFeature;
        return byOne == 0 ? other.compareTo(that.other) : byOne;
    }

    /** The feature and both values. */
    @Override
    public String toString() {
        return feature + ": " + one + " / " + other;
    }
}
