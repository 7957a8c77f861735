package dev.interloper.handshake.capture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** IP packets of which some fragments have come: so many, so many bytes, and for so long; then the oldest is let go. */
final class FragmentReassembler {

    static final int MAX_BYTES = 4 << 20;
    static final int MAX_DATAGRAMS = 1024;
    /** RFC 8200 section 4.5: 60 seconds after the first fragment. */
    private static final long TIMEOUT_NANOS = 60_000_000_000L;

    private final LinkedHashMap<FragmentKey, Datagram> datagrams = new LinkedHashMap<>();
    private int bytes;

    /** Takes a fragment; gives the packet that it completes. */
    @Nullable
    Datagram add(FragmentKey key, Fragment fragment, Frame frame, int from, int length) {
        letGo(frame.view.arrivalNanos);
        Datagram known = datagrams.get(key);
        Datagram datagram = known == null ? new Datagram(frame.view.arrivalNanos) : known;
        bytes -= known == null ? 0 : datagram.cost();
        datagram.add(fragment, frame.bytes, from, length);
        bytes += datagram.cost();
        datagrams.put(key, datagram);
        if (!datagram.isWhole()) {
            return null;
        }
        datagrams.remove(key);
        bytes -= datagram.cost();
        return datagram;
    }

    int bytes() {
        return bytes;
    }

    int datagrams() {
        return datagrams.size();
    }

    private void letGo(long now) {
        Iterator<Datagram> oldest = datagrams.values().iterator();
        while (oldest.hasNext()) {
            Datagram datagram = oldest.next();
            boolean tooMany = bytes > MAX_BYTES || datagrams.size() >= MAX_DATAGRAMS;
            // a clock that was set back counts, too
            if (!tooMany && Math.abs(now - datagram.firstNanos()) <= TIMEOUT_NANOS) {
                return;
            }
            oldest.remove();
            bytes -= datagram.cost();
        }
    }
}
