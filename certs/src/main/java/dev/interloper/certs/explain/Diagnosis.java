package dev.interloper.certs.explain;

/** A cause and the sentence for it, before the remedies. */
record Diagnosis(Cause cause, Certainty certainty, String sentence) {}
