package dev.interloper.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Listens on the recorded port and on the rehearsal port, and serves one connection at a time on each. */
final class Doors {
    /** What a server does with a connection; it closes the connection itself. */
    @FunctionalInterface
    interface Host {
        void answer(SocketChannel connection) throws IOException;
    }

    private Doors() {}

    static void open(InetAddress address, Host host) throws IOException, InterruptedException {
        open(List.of(address), host);
    }

    static void open(List<InetAddress> addresses, Host host) throws IOException, InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var address : addresses) {
            threads.add(listen(address, Lab.REHEARSAL_PORT, host));
            threads.add(listen(address, Lab.PORT, host));
        }
        System.out.println("listening");
        for (var thread : threads) {
            thread.join();
        }
    }

    private static Thread listen(InetAddress address, int port, Host host) throws IOException {
        var door = ServerSocketChannel.open().bind(new InetSocketAddress(address, port));
        var thread = new Thread(
                () -> {
                    while (true) {
                        try (SocketChannel connection = door.accept()) {
                            host.answer(connection);
                        } catch (IOException e) {
                            System.err.println("connection failed: " + e);
                        }
                    }
                },
                "port " + port);
        thread.start();
        return thread;
    }
}
