package org.undertone.features;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** A part of an analysis that another thread may run meanwhile; the one that needs it runs it where no other has begun. */
final class SideTask implements Runnable {
    /** Empty once somebody has taken it: a queue that holds the task for long holds nothing else. */
    private final AtomicReference<Work> work;

    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** What is to be done. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws NoFeaturesException;
    }

    private SideTask(Work work) {
        this.work = new AtomicReference<>(work);
    }

    static SideTask begin(Executor helper, Work work) {
        var task = new SideTask(work);
        try {
            helper.execute(task);
        } catch (RejectedExecutionException e) {
            // Whoever needs it does it.
            return task;
        }
        return task;
    }

    @Override
    public void run() {
        Work taken = work.getAndSet(null);
        if (taken != null) {
            try {
                taken.run();
                end.complete(null);
            } catch (Throwable failure) {
                end.completeExceptionally(failure);
            }
        }
    }

    /** Sees to it that it is done, and throws what it threw. */
    void requireDone() throws NoFeaturesException {
        run();
        try {
            end.join();
        } catch (CompletionException e) {
            Throwable failure = e.getCause();
            if (failure instanceof NoFeaturesException noFeatures) {
                throw noFeatures;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    /** Returns when nobody works on it any more, done, failed or not begun: what it works on is the caller's again. */
    void abandon() {
        if (work.getAndSet(null) == null) {
            end.exceptionally(failure -> null).join();
        }
    }
}
