package org.undertone.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.global.torch;

/** Runs the trials of a fold side by side, one per core; each takes the next that nobody has begun. */
final class TrialRunner {

    private final TrialStore store;
    private final FoldData fold;
    private final long seed;
    private final List<TrialKey> all;
    private final ExperimentListener listener;

    TrialRunner(TrialStore store, FoldData fold, long seed, List<TrialKey> all, ExperimentListener listener) {
        this.store = store;
        this.fold = fold;
        this.seed = seed;
        this.all = all;
        this.listener = listener;
    }

    void run(List<TrialKey> keys, int workers, int[] labelled) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Failure failure = new Failure();
        Thread[] threads = new Thread[Math.min(workers, keys.size())];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(
                    () -> {
                        torch.set_num_threads(1);
                        int number;
                        while (!failure.happened() && (number = next.getAndIncrement()) < keys.size()) {
                            try {
                                one(keys.get(number), labelled);
                            } catch (IOException | RuntimeException | Error e) {
                                failure.is(e);
                            }
                        }
                    },
                    "undertone-trial-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        failure.rethrow();
    }

    private void one(TrialKey key, int[] labelled) throws IOException {
        long begin = System.nanoTime();
        int[] clips = ExperimentPlan.labels(key, labelled, seed);
        Optional<TrialOutcome> outcome = Optional.empty();
        Optional<String> reason = Optional.empty();
        try {
            outcome = Optional.of(Methods.require(key.method()).run(fold, clips, key.repeat(), key.seed(seed)));
        } catch (ArithmeticException | IllegalArgumentException e) {
            // A method that does not cope with its labels is a result, reported like any other; the others go on.
            reason = Optional.of(e.getMessage());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        store.add(new Trial(key, key.seed(seed), clips.length, seconds, reason), outcome);
        synchronized (listener) {
            reason.ifPresent(text -> listener.failed(key.name(), text));
            listener.trial(TrialCount.of(all, store), key.name());
        }
    }

    private static void join(Thread thread) {
        boolean waiting = true;
        while (waiting) {
            try {
                thread.join();
                waiting = false;
            } catch (InterruptedException e) {
                throw new CancellationException("the experiment was stopped; go on with it by --resume");
            }
        }
    }

    /** The first thing that went wrong for good. */
    private static final class Failure {
        private Throwable first;

        synchronized void is(Throwable e) {
            if (first == null) {
                first = e;
            }
        }

        synchronized boolean happened() {
            return first != null;
        }

        synchronized void rethrow() throws IOException {
            if (first instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            }
            if (first instanceof IOException io) {
                throw io;
            }
            if (first instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (first instanceof Error error) {
                throw error;
            }
        }
    }
}
