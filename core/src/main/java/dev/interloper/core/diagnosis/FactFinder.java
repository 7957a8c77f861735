package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.ProbeObservation;
import java.util.List;

/** Brings one side of what a probe saw into facts. */
@FunctionalInterface
interface FactFinder {

    /** The facts, each once; nothing where nothing is known. */
    List<Fact> find(ProbeObservation seen);
}
