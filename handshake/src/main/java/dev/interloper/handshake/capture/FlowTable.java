package dev.interloper.handshake.capture;

import org.jspecify.annotations.Nullable;

/** Finds the flow of a packet, and knows which one has been silent longest. Nothing is allocated but when it grows. */
final class FlowTable {

    private @Nullable Flow[] buckets = new Flow[256];
    private int size;
    private @Nullable Flow oldest;
    private @Nullable Flow newest;

    /** The flow between a packet's ends; it becomes the one that spoke last. */
    @Nullable
    Flow find(FlowKey key, int hash) {
        for (Flow flow = buckets[hash & (buckets.length - 1)]; flow != null; flow = flow.nextInBucket) {
            if (flow.matches(key)) {
                if (flow != newest) {
                    unlink(flow);
                    link(flow);
                }
                return flow;
            }
        }
        return null;
    }

    void add(Flow flow, int hash) {
        if (size == buckets.length) {
            grow();
        }
        insert(flow, hash);
        link(flow);
        size++;
    }

    private void insert(Flow flow, int hash) {
        int bucket = hash & (buckets.length - 1);
        flow.nextInBucket = buckets[bucket];
        buckets[bucket] = flow;
    }

    private void grow() {
        buckets = new Flow[buckets.length * 2];
        for (Flow flow = oldest; flow != null; flow = flow.newer) {
            insert(flow, flow.hash());
        }
    }

    /** Removes a flow; false if it is not there any more. */
    boolean remove(Flow flow) {
        int bucket = flow.hash() & (buckets.length - 1);
        Flow before = null;
        for (Flow at = buckets[bucket]; at != null; at = at.nextInBucket) {
            if (at == flow) {
                if (before == null) {
                    buckets[bucket] = flow.nextInBucket;
                } else {
                    before.nextInBucket = flow.nextInBucket;
                }
                unlink(flow);
                size--;
                return true;
            }
            before = at;
        }
        return false;
    }

    private void link(Flow flow) {
        flow.older = newest;
        flow.newer = null;
        if (newest == null) {
            oldest = flow;
        } else {
            newest.newer = flow;
        }
        newest = flow;
    }

    private void unlink(Flow flow) {
        Flow older = flow.older;
        Flow newer = flow.newer;
        if (older == null) {
            oldest = newer;
        } else {
            older.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
    }

    /** The flow that has been silent longest. */
    @Nullable
    Flow oldest() {
        return oldest;
    }

    int size() {
        return size;
    }
}
