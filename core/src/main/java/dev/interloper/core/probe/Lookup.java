package dev.interloper.core.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Resolves names. The system's resolver cannot be told to stop: it is asked in a daemon thread that is left alone when time is up. */
final class Lookup {

    private static final long SLICE_MILLIS = 50;

    private final NameResolver resolver;
    private final Executor executor;
    private final Probe.AddressFamily family;
    private final Clock clock;

    /** What the resolver said, and the addresses to dial. */
    record Answer(NameLookup said, List<InetAddress> addresses) {}

    Lookup(NameResolver resolver, Executor executor, Probe.AddressFamily family, Clock clock) {
        this.resolver = resolver;
        this.executor = executor;
        this.family = family;
        this.clock = clock;
    }

    /** A thread of its own for each name: one that hangs does not hold up the next. */
    static void inDaemonThread(Runnable task) {
        Thread thread = new Thread(task, "interloper-resolver");
        thread.setDaemon(true);
        thread.start();
    }

    Answer resolve(String host, Deadline deadline, Interruption interruption) {
        Instant start = clock.instant();
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> resolver.resolve(host));
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) { // the caller has shut it down, or it is full
            return answer(host, NameLookup.Outcome.TIMED_OUT, List.of(), start);
        }
        NameLookup.Outcome outcome = NameLookup.Outcome.TIMED_OUT;
        while (!deadline.isOver() && !interruption.isRaised()) {
            try {
                List<InetAddress> addresses =
                        task.get(Math.min(SLICE_MILLIS, deadline.leftMillis()), TimeUnit.MILLISECONDS).stream()
                                .filter(this::isWanted)
                                .toList();
                outcome = addresses.isEmpty() ? NameLookup.Outcome.NOT_FOUND : NameLookup.Outcome.FOUND;
                return answer(host, outcome, addresses, start);
            } catch (TimeoutException e) {
                outcome = NameLookup.Outcome.TIMED_OUT; // so far
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                return answer(host, NameLookup.Outcome.NOT_FOUND, List.of(), start); // whatever a resolver throws
            }
        }
        task.cancel(true);
        return answer(host, outcome, List.of(), start);
    }

    private boolean isWanted(InetAddress address) {
        return switch (family) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> !(address instanceof Inet4Address);
        };
    }

    private Answer answer(String host, NameLookup.Outcome outcome, List<InetAddress> addresses, Instant start) {
        List<String> texts = addresses.stream().map(InetAddress::getHostAddress).toList();
        Duration took = Duration.between(start, clock.instant());
        return new Answer(new NameLookup(host, outcome, texts, took), addresses);
    }
}
