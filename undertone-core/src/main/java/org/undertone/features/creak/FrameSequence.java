package org.undertone.features.creak;

import java.util.stream.IntStream;
import org.undertone.features.source.Quirks;

/**
 * Frames of one length at equal distances.
 *
 * @param length samples per frame
 * @param starts {@code [frame]}, index of the first sample, which may lie before the signal
 * @param times {@code [frame]}, the instants that frames stand for; sample numbers, the first sample is 1
 */
record FrameSequence(int length, int[] starts, double[] times) {
    /**
     * The frames of a signal. In the original they begin at the first sample and stay inside the signal; by default they
     * are centred at 0, {@code hop}, 2 {@code hop}.. and reach beyond its ends.
     */
    static FrameSequence of(int samples, int length, int hop, Quirks quirks) {
        if (quirks == Quirks.MENDED) {
            int[] starts = IntStream.rangeClosed(0, samples / hop)
                    .map(frame -> frame * hop - (length + 1) / 2)
                    .toArray();
            return new FrameSequence(
                    length,
                    starts,
                    IntStream.rangeClosed(0, samples / hop)
                            .mapToDouble(frame -> (double) frame * hop)
                            .toArray());
        }
        int count = samples < length ? 0 : (samples - length) / hop + 1;
        int[] starts = IntStream.range(0, count).map(frame -> frame * hop).toArray();
        return new FrameSequence(
                length,
                starts,
                IntStream.of(starts)
                        .mapToDouble(start -> start + (length + 2) / 2)
                        .toArray());
    }

    int count() {
        return starts.length;
    }

    /** Copies a frame, with zeros beyond the signal. */
    void copy(double[] signal, int frame, double[] into) {
        copy(signal, starts[frame], length, into);
    }

    /** Copies {@code length} samples from index {@code from} on, with zeros beyond the signal. */
    static void copy(double[] signal, int from, int length, double[] into) {
        for (int n = 0; n < length; n++) {
            int at = from + n;
            into[n] = at >= 0 && at < signal.length ? signal[at] : 0;
        }
    }
}
