/** Capture files in, handshakes out: pcap and pcapng, link layers, IP, TCP reassembly; streaming. */
@NullMarked
package dev.interloper.handshake.capture;

import org.jspecify.annotations.NullMarked;
