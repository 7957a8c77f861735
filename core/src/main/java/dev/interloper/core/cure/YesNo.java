package dev.interloper.core.cure;

/** What a cell of a yes-or-no column holds. */
enum YesNo {
    YES,
    NO
}
