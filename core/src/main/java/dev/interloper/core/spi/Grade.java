package dev.interloper.core.spi;

/**
 * How far a piece of evidence can carry a verdict by itself.
 *
 * @since 0.1
 */
public enum Grade {
    /** Enough alone: hardly anything but interception (or, against it, anything but the genuine server) shows it. */
    DECISIVE,
    /** Not enough alone, but several of different kinds are. */
    STRONG,
    /** A hint: moves the probability, never carries a verdict, however many there are. */
    WEAK,
    /** Not evidence either way: something that the reader of the verdict should know. */
    CONTEXT
}
