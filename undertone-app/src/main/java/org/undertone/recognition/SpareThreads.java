package org.undertone.recognition;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that would be idle because there are fewer recordings than workers: they help those that are busy. */
final class SpareThreads implements Executor, AutoCloseable {
    private final ThreadPoolExecutor threads;

    /** Any number of threads, also none: then the caller does it all. */
    SpareThreads(int count) {
        // What comes after the end is dropped: whoever waits for it does it without help.
        threads = new ThreadPoolExecutor(
                count,
                Math.max(1, count),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                SpareThreads::thread,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "undertone-recognition-helper");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        if (threads.getCorePoolSize() > 0) {
            threads.execute(work);
        }
    }

    /** Ends them when what they are about is done; waits for nothing. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
