package dev.interloper.core.compare;

import dev.interloper.core.compare.Rows.Remark;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.BoundaryKind;
import dev.interloper.handshake.flight.FlightShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Two flights, at the places between messages that both have. */
final class FlightRows {

    private FlightRows() {}

    static void add(Rows rows, Optional<FlightShape> seen, Optional<FlightShape> reference) {
        Optional<FlightShape> here = seen.filter(FlightRows::isThere);
        Optional<FlightShape> there = reference.filter(FlightRows::isThere);
        Optional<FlightShape> hereTimed = here.filter(FlightShape::isReliable);
        Optional<FlightShape> thereTimed = there.filter(FlightShape::isReliable);
        row(
                rows,
                Aspect.RECORDS,
                here,
                there,
                FlightRows::records,
                boundary -> boundary.kind() == BoundaryKind.SAME_RECORD,
                "a TLS stack packs its messages in a way of its own");
        row(
                rows,
                Aspect.SEGMENTS,
                hereTimed,
                thereTimed,
                FlightRows::segments,
                boundary -> boundary.kind().isSplit(),
                "a TLS stack writes its messages together or one by one");
        row(
                rows,
                Aspect.PAUSES,
                hereTimed,
                thereTimed,
                FlightRows::pauses,
                boundary -> boundary.kind().isComputeGap(),
                "who forges a certificate has to wait for the server's, and to sign");
    }

    private static boolean isThere(FlightShape flight) {
        return !flight.boundaries().isEmpty();
    }

    private static void row(
            Rows rows,
            Aspect aspect,
            Optional<FlightShape> seen,
            Optional<FlightShape> reference,
            Function<FlightShape, String> text,
            Predicate<Boundary> trait,
            String why) {
        Map<String, Boolean> ours = traits(seen, trait);
        Map<String, Boolean> theirs = traits(reference, trait);
        List<String> common = ours.keySet().stream().filter(theirs::containsKey).toList();
        boolean same = common.stream().allMatch(place -> Objects.equals(ours.get(place), theirs.get(place)));
        rows.add(
                aspect,
                seen.map(text).orElse(null),
                reference.map(text).orElse(null),
                same,
                () -> common.isEmpty()
                        ? Remark.innocent("the flights have no two neighbouring messages in common")
                        : same ? Remark.NONE : Remark.matters(why));
    }

    /** Records that stay encrypted cannot be told apart, and are left out. */
    private static Map<String, Boolean> traits(Optional<FlightShape> flight, Predicate<Boundary> trait) {
        Map<String, Boolean> traits = new LinkedHashMap<>();
        flight.stream()
                .flatMap(shape -> shape.boundaries().stream())
                .filter(boundary -> !boundary.before().contains("record")
                        && !boundary.after().contains("record"))
                .forEach(boundary ->
                        traits.putIfAbsent(boundary.before() + "|" + boundary.after(), trait.test(boundary)));
        return traits;
    }

    private static String records(FlightShape flight) {
        return drawn(flight, boundary -> boundary.kind() == BoundaryKind.SAME_RECORD ? " + " : " | ");
    }

    private static String segments(FlightShape flight) {
        return drawn(flight, boundary -> boundary.kind().isSplit() ? " | " : " + ");
    }

    private static String drawn(FlightShape flight, Function<Boundary, String> joint) {
        StringBuilder text = new StringBuilder(flight.boundaries().get(0).before());
        flight.boundaries()
                .forEach(boundary -> text.append(joint.apply(boundary)).append(boundary.after()));
        return text.toString();
    }

    private static String pauses(FlightShape flight) {
        String pauses = flight.boundaries().stream()
                .filter(boundary -> boundary.kind().isComputeGap())
                .map(boundary ->
                        String.format(Locale.ROOT, "%.1f ms before %s", boundary.gapNanos() / 1e6, boundary.after()))
                .collect(Collectors.joining(", "));
        return pauses.isEmpty() ? "none" : pauses;
    }
}
