package dev.interloper.boards.trust;

import java.util.List;

/**
 * What a case asks for besides the chain (RFC 5280 6.1.1, c and e to g).
 *
 * @param acceptable object identifiers of the policies asked for; empty for any
 * @param explicitPolicy whether one of them has to be valid for the path
 * @param inhibitMapping whether policy mappings count for nothing
 * @param inhibitAnyPolicy whether anyPolicy counts for nothing
 */
record PolicyInputs(List<String> acceptable, boolean explicitPolicy, boolean inhibitMapping, boolean inhibitAnyPolicy) {

    static final PolicyInputs NONE = new PolicyInputs(List.of(), false, false, false);
}
