package dev.interloper.handshake;

import dev.interloper.handshake.stream.Segment;
import java.util.ArrayList;
import java.util.List;

/** The segments of one direction, in the order of their bytes. */
final class SegmentLog {

    private final List<Segment> segments = new ArrayList<>(4);

    void add(Segment segment) {
        segments.add(segment);
    }

    int size() {
        return segments.size();
    }

    List<Segment> all() {
        return segments;
    }

    /** Those that brought some of the bytes from one offset up to another. */
    List<Segment> covering(long offset, long end) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low;
        while (last < segments.size() && segments.get(last).offset() < end) {
            last++;
        }
        return segments.subList(low, last);
    }
}
