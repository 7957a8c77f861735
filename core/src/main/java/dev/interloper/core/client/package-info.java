/**
 * For servers: whether a client that reached them is who it says, or somebody in between. A ClientHello, the user agent and the
 * names of the request's headers in, a verdict with its evidence out. {@link dev.interloper.core.client.ClientInspector} is the
 * front door.
 *
 * <p>Only what no browser of the named family ever did convicts, so a release that is newer than the data is unknown, and never
 * called intercepted.
 */
@NullMarked
package dev.interloper.core.client;

import org.jspecify.annotations.NullMarked;
