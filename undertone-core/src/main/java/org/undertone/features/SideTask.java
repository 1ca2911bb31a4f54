package org.undertone.features;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A part of an analysis that another thread may run meanwhile; the one that needs it runs it where no other has begun. */
final class SideTask implements Runnable {
    private final Work work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** What is to be done. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws NoFeaturesException;
    }

    private SideTask(Work work) {
        this.work = work;
    }

    static SideTask begin(Executor helper, Work work) {
        var task = new SideTask(work);
        helper.execute(task);
        return task;
    }

    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            try {
                work.run();
                end.complete(null);
            } catch (Throwable failure) {
                end.completeExceptionally(failure);
            }
        }
    }

    /** Returns when nobody works on it any more, whether it failed or not: what it worked on is the caller's again. */
    void await() {
        run();
        end.exceptionally(failure -> null).join();
    }

    /** Waits too, and throws what it threw. */
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
}
