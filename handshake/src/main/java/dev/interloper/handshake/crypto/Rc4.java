package dev.interloper.handshake.crypto;

/** RC4's stream. The JDK's own cannot be copied, so that a record that does not verify would spoil it. */
final class Rc4 {

    private final byte[] state;
    private int i;
    private int j;

    private Rc4(byte[] state, int i, int j) {
        this.state = state;
        this.i = i;
        this.j = j;
    }

    static Rc4 of(byte[] key) {
        byte[] state = new byte[256];
        for (int n = 0; n < 256; n++) {
            state[n] = (byte) n;
        }
        for (int n = 0, m = 0; n < 256; n++) {
            m = (m + state[n] + key[n % key.length]) & 0xff;
            swap(state, n, m);
        }
        return new Rc4(state, 0, 0);
    }

    Rc4 copy() {
        return new Rc4(state.clone(), i, j);
    }

    void apply(byte[] bytes) {
        for (int n = 0; n < bytes.length; n++) {
            i = (i + 1) & 0xff;
            j = (j + state[i]) & 0xff;
            swap(state, i, j);
            bytes[n] ^= state[(state[i] + state[j]) & 0xff];
        }
    }

    private static void swap(byte[] state, int a, int b) {
        byte kept = state[a];
        state[a] = state[b];
        state[b] = kept;
    }
}
