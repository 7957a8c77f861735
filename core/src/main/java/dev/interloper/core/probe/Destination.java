package dev.interloper.core.probe;

import java.net.InetAddress;
import java.util.List;

/**
 * Whom to reach.
 *
 * @param host the name or address as asked for
 * @param port the TCP port
 * @param addresses where to dial, unless a proxy does it
 */
record Destination(String host, int port, List<InetAddress> addresses) {}
