package dev.interloper.handshake.quic;

/** How many bytes a connection may hold, and does. */
final class Budget {

    private final int max;
    private int held;

    Budget(int max) {
        this.max = max;
    }

    boolean allows(int cost) {
        return cost <= max - held;
    }

    void take(int cost) {
        held += cost;
    }

    void giveBack(int cost) {
        held -= cost;
    }

    int held() {
        return held;
    }

    int max() {
        return max;
    }
}
