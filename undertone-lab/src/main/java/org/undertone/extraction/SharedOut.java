package org.undertone.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Numbered tasks shared out to threads: each takes the next one that nobody has taken. */
final class SharedOut {
    private SharedOut() {}

    /** What a thread works with; for use by that thread alone. */
    @FunctionalInterface
    interface Worker {
        /** Does one task. */
        void run(int task);
    }

    /**
     * Does all tasks and waits for them.
     *
     * @param workers asked once by each thread
     * @param stop called when a task has thrown; no further task is begun
     * @throws RuntimeException what the first task that threw has thrown, once all threads have ended
     */
    static void run(int threads, int tasks, Supplier<Worker> workers, Runnable stop) {
        var next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "undertone-extraction");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < Math.min(threads, tasks); thread++) {
                running.add(pool.submit(() -> work(next, tasks, workers, stop)));
            }
            await(running, stop);
        } finally {
            pool.shutdown();
        }
    }

    private static void work(AtomicInteger next, int tasks, Supplier<Worker> workers, Runnable stop) {
        try {
            Worker worker = workers.get();
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                worker.run(task);
            }
        } catch (Throwable e) {
            next.set(tasks);
            stop.run();
            throw e;
        }
    }

    /** A cancellation may be the echo of another worker's failure, which is then the one to throw. */
    private static void await(List<Future<?>> running, Runnable stop) {
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<?> future : running) {
            boolean waiting = true;
            while (waiting) {
                try {
                    future.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.run();
                } catch (ExecutionException e) {
                    waiting = false;
                    failure = failure == null || failure instanceof CancellationException ? e.getCause() : failure;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }
}
