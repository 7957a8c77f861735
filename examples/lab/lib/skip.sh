# shellcheck shell=bash
# Words for standard error, and the two ways of giving up.

tell() { printf '%s\n' "$*" >&2; }

# The lab is broken, or was called wrongly.
die() {
    tell "run-lab: $*"
    exit 1
}

# This machine cannot hold the lab: skipped, neither passed nor failed.
skip() {
    tell "run-lab: skipped: $*"
    exit 77
}
