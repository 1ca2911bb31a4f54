package org.undertone.features.creak;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.undertone.features.source.Quirks;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Span;

/**
 * Frames of one length at equal distances.
 *
 * @param length samples per frame
 * @param starts {@code [frame]}, index of the first sample, which may lie before the signal
 * @param times {@code [frame]}, the instants that frames stand for; sample numbers, the first sample is 1
 */
record FrameSequence(int length, int[] starts, double[] times) {
    /**
     * The frames of a signal, of which one begins at the first sample. In the original they stay inside the signal; by
     * default they go on, every {@code hop}, as long as their centres lie in it, so that the ends are seen, too.
     */
    static FrameSequence of(int samples, int length, int hop, Quirks quirks) {
        int centre = (length + 2) / 2;
        int first = 0;
        int last = samples < length ? -1 : (samples - length) / hop;
        if (quirks == Quirks.MENDED) {
            first = -(centre / hop);
            // The shortest signals have one frame nevertheless.
            last = Math.max(first, Math.floorDiv(samples - centre, hop));
        }
        int[] starts =
                IntStream.rangeClosed(first, last).map(frame -> frame * hop).toArray();
        return new FrameSequence(
                length,
                starts,
                IntStream.of(starts).mapToDouble(start -> start + centre).toArray());
    }

    int count() {
        return starts.length;
    }

    /** The frames that a span of instants depends on, and {@code reach} more on both sides. */
    FrameSequence around(Span instants, int reach) {
        IndexRange range = instants.nodes(times).widened(reach, count());
        return new FrameSequence(
                length,
                Arrays.copyOfRange(starts, range.from(), range.end()),
                Arrays.copyOfRange(times, range.from(), range.end()));
    }

    /** Copies a frame, with zeros beyond the signal. */
    void copy(double[] signal, int frame, double[] into) {
        copy(signal, starts[frame], length, into);
    }

    /** Copies {@code length} samples from index {@code from} on, with zeros beyond the signal. */
    static void copy(double[] signal, int from, int length, double[] into) {
        int begin = Math.min(length, Math.max(0, -from));
        int end = Math.max(begin, Math.min(length, signal.length - from));
        Arrays.fill(into, 0, begin, 0);
        if (end > begin) {
            System.arraycopy(signal, from + begin, into, begin, end - begin);
        }
        Arrays.fill(into, end, length, 0);
    }
}
