package dev.interloper.core.probe;

import java.io.Closeable;
import java.io.IOException;

/** A way to send bytes to somebody and to get bytes back, each wait with an end. */
interface Link extends Closeable {

    /**
     * Waits for bytes.
     *
     * @return how many; -1 at the end
     * @throws java.net.SocketTimeoutException if none came in time
     */
    int read(byte[] into) throws IOException;

    void write(byte[] bytes) throws IOException;

    @Override
    void close();
}
