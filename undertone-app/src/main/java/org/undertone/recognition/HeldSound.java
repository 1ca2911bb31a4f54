package org.undertone.recognition;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sound between the thread that records and the one that judges: so much of it as fits. Where it is full, sound that waits
 * is left waiting, and sound that does not wait is lost from there on until half of it was taken; every loss is counted at
 * its place.
 */
final class HeldSound {
    private final double[] ring;
    private final boolean waits;
    private final Deque<Loss> losses = new ArrayDeque<>();
    /** Samples that came in and were not lost, and those taken out. */
    private long kept;

    private long taken;
    private long lost;
    private boolean losing;
    private boolean ended;
    private IOException failure;

    /**
     * Holds nothing yet.
     *
     * @param capacity in samples
     * @param waits whether the source of the sound can be kept waiting
     */
    HeldSound(int capacity, boolean waits) {
        this.ring = new double[capacity];
        this.waits = waits;
    }

    private static final class Loss {
        private final long at;
        private long samples;

        Loss(long at) {
            this.at = at;
        }
    }

    /** Takes sound in; whether more is wanted. */
    synchronized boolean put(double[] samples, int count) throws InterruptedException {
        int from = 0;
        while (from < count && !ended) {
            int room = (int) (ring.length - (kept - taken));
            losing = !waits && (room == 0 || losing && room < ring.length / 2);
            if (losing) {
                lose(count - from);
                return true;
            }
            if (room == 0) {
                wait();
            } else {
                int part = Math.min(room, count - from);
                for (int n = 0; n < part; n++) {
                    ring[(int) ((kept + n) % ring.length)] = samples[from + n];
                }
                kept += part;
                from += part;
                notifyAll();
            }
        }
        return !ended;
    }

    private void lose(int samples) {
        if (losses.isEmpty() || losses.getLast().at != kept) {
            losses.add(new Loss(kept));
        }
        losses.getLast().samples += samples;
        lost += samples;
    }

    /** No more sound will come, or is wanted. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** No more sound will come, for a reason. */
    synchronized void end(IOException reason) {
        failure = failure == null && !ended ? reason : failure;
        end();
    }

    /**
     * Gives sound that follows on what was given before.
     *
     * @param waitMillis how long to wait for it
     * @return how many samples; 0 where none came, or a loss comes first; -1 at the end
     * @throws IOException at the end, where that has a reason
     */
    synchronized int take(double[] samples, long waitMillis) throws IOException, InterruptedException {
        if (kept == taken && losses.isEmpty() && !ended) {
            wait(waitMillis);
        }
        long end = losses.isEmpty() ? kept : losses.getFirst().at;
        int count = (int) Math.min(samples.length, end - taken);
        for (int n = 0; n < count; n++) {
            samples[n] = ring[(int) ((taken + n) % ring.length)];
        }
        taken += count;
        notifyAll();
        if (count > 0 || !ended || !losses.isEmpty()) {
            return count;
        }
        if (failure != null) {
            throw failure;
        }
        return -1;
    }

    /** How many samples were lost right after what was given last; 0 for none. To be asked for once. */
    synchronized long loss() {
        if (losses.isEmpty() || losses.getFirst().at != taken) {
            return 0;
        }
        // One that was still growing ends here: all that was held has been taken.
        losing = losing && losses.size() > 1;
        return losses.remove().samples;
    }

    /** Samples that came in so far, lost ones among them. */
    synchronized long received() {
        return kept + lost;
    }
}
