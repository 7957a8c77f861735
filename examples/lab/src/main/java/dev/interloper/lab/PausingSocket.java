package dev.interloper.lab;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** A connected socket whose second write waits: the server has said hello, and only then goes for what it needs next. */
final class PausingSocket extends Socket {
    private final Socket connected;
    private final OutputStream out;

    PausingSocket(Socket connected, Duration pause) {
        this.connected = connected;
        try {
            out = new Pausing(connected.getOutputStream(), pause);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Pausing extends FilterOutputStream {
        private final Duration pause;
        private int writes;

        Pausing(OutputStream out, Duration pause) {
            super(out);
            this.pause = pause;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (++writes == 2) {
                try {
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    throw new IOException("interrupted in the pause", e);
                }
            }
            out.write(bytes, offset, length);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected.getInputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return connected.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return connected.getLocalAddress();
    }

    @Override
    public int getPort() {
        return connected.getPort();
    }

    @Override
    public int getLocalPort() {
        return connected.getLocalPort();
    }

    @Override
    public boolean isConnected() {
        return connected.isConnected();
    }

    @Override
    public boolean isBound() {
        return connected.isBound();
    }

    @Override
    public boolean isClosed() {
        return connected.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return connected.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return connected.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        connected.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        connected.shutdownOutput();
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return connected.getSoTimeout();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        connected.setSoTimeout(timeout);
    }

    @Override
    public void setSoLinger(boolean on, int linger) throws SocketException {
        connected.setSoLinger(on, linger);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return connected.getSoLinger();
    }

    @Override
    public synchronized void close() throws IOException {
        connected.close();
    }
}
