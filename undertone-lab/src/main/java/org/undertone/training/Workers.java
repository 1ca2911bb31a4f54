package org.undertone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.pytorch.global.torch;

/**
 * A fixed number of threads that share out numbered tasks: task i runs on worker i modulo the number of workers.
 *
 * <p>Each runs libtorch and oneDNN on one OpenMP thread: teams that spin beside each other on a busy machine cost a
 * factor of 15. One worker means the calling thread.
 */
public final class Workers implements AutoCloseable {

    private final List<ExecutorService> threads;

    private Workers(List<ExecutorService> threads) {
        this.threads = threads;
    }

    /** As many workers as asked for, 1 or more. */
    public static Workers of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker but " + count + " are asked for");
        }
        List<ExecutorService> threads = new ArrayList<>();
        for (int worker = 0; count > 1 && worker < count; worker++) {
            String name = "undertone-worker-" + worker;
            threads.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            }));
        }
        Workers workers = new Workers(threads);
        workers.each(count, (worker, task) -> torch.set_num_threads(1));
        return workers;
    }

    /** How many there are. */
    public int count() {
        return Math.max(1, threads.size());
    }

    /** Runs tasks 0..tasks-1 and waits for all; the first failure is thrown on once all have ended. */
    public void each(int tasks, Task task) {
        if (threads.isEmpty()) {
            for (int i = 0; i < tasks; i++) {
                task.run(0, i);
            }
            return;
        }
        List<java.util.concurrent.Future<?>> started = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int number = i;
            int worker = i % threads.size();
            started.add(threads.get(worker).submit(() -> task.run(worker, number)));
        }
        await(started);
    }

    private static void await(List<java.util.concurrent.Future<?>> started) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (java.util.concurrent.Future<?> future : started) {
            boolean waiting = true;
            while (waiting) {
                try {
                    future.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    // Native work cannot be stopped half-way; the wish to stop is passed on when it is done.
                    interrupted = true;
                } catch (ExecutionException e) {
                    waiting = false;
                    if (failure == null) {
                        failure = unwrap(e.getCause());
                    }
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException unwrap(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a worker failed: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
    }

    /** One of many pieces of work. */
    @FunctionalInterface
    public interface Task {

        /** Does piece {@code task} on worker {@code worker}. */
        void run(int worker, int task);
    }
}
