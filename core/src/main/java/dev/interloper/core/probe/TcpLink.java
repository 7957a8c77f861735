package dev.interloper.core.probe;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A TCP connection whose waits end at the deadline, when somebody cancels, and when the thread is interrupted. */
final class TcpLink implements Link {

    /** A thread that waits in a socket does not notice an interruption before it wakes. */
    private static final int SLICE_MILLIS = 100;

    private final Socket socket;
    private Deadline deadline;
    private final Interruption interruption;
    private final Runnable closing;

    TcpLink(Socket socket, Deadline deadline, Interruption interruption) {
        this.socket = socket;
        this.deadline = deadline;
        this.interruption = interruption;
        this.closing = this::closeQuietly;
        interruption.onCancel(closing);
    }

    /** What is still to come is worth no more than this. */
    void waitNoLongerThan(Duration time) {
        deadline = deadline.within(time);
    }

    @Override
    public int read(byte[] into) throws IOException {
        interruption.check();
        while (true) {
            if (deadline.isOver()) {
                throw new SocketTimeoutException("nothing came in time");
            }
            socket.setSoTimeout(Math.min(SLICE_MILLIS, deadline.leftMillis()));
            try {
                return socket.getInputStream().read(into);
            } catch (SocketTimeoutException e) {
                interruption.check(); // the slice is over, not the deadline
            }
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        interruption.check();
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void close() {
        interruption.forget(closing);
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is of no use any more, closed or not
        }
    }
}
