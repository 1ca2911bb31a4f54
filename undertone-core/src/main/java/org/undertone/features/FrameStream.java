package org.undertone.features;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.undertone.audio.AudioStream;
import org.undertone.signal.Excerpt;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.IndexRange;

/**
 * Frames of a recording that arrives piece by piece, in constant memory. What it gives depends on the samples alone, not on
 * the pieces they come in: a file read in one go and a voice followed live give the same frames under the same {@link
 * StretchSettings}. Not for use by several threads.
 */
public final class FrameStream {
    private final StretchAnalysis analysis;
    private final StretchSettings stretch;
    private final RateConversion conversion;
    private final int rate;
    private final int hopSamples;
    /** Samples from {@link #bufferStart} on. */
    private double[] buffer = new double[1 << 14];

    private int buffered;
    private long bufferStart;
    private long emittedFrames;
    private long received;
    private long passedStretches;
    private boolean finished;

    /** A stream of samples at {@code rate}, which the conversion brings to that of the analysis. */
    FrameStream(StretchAnalysis analysis, StretchSettings stretch, RateConversion conversion, int rate) {
        this.analysis = analysis;
        this.stretch = stretch;
        this.conversion = conversion;
        this.rate = rate;
        this.hopSamples = new FrameGrid(conversion.rate(), 0).hopSamples();
    }

    /** How much later than a sound its frame may come, in seconds; infinite for recordings in one piece. */
    public double delaySeconds() {
        return stretch.coreSeconds() + stretch.marginSeconds();
    }

    /**
     * Takes sound in.
     *
     * @param samples full scale is [-1, 1), at the rate the stream was made for
     * @return the frames that became complete by it, none most of the time
     * @throws NoFeaturesException where the recording cannot be analysed
     */
    public Frames push(double[] samples, int offset, int count) throws NoFeaturesException {
        Objects.checkFromIndexSize(offset, count, samples.length);
        if (finished) {
            throw new IllegalStateException("the recording is finished; open another stream for the next");
        }
        requireSound(samples, offset, count);
        received += count;
        append(conversion.convert(samples, offset, count));
        return emit(false);
    }

    /**
     * Ends the recording.
     *
     * @return its last frames
     * @throws NoFeaturesException where the recording cannot be analysed
     */
    public Frames finish() throws NoFeaturesException {
        if (finished) {
            throw new IllegalStateException("the recording is finished already");
        }
        append(conversion.finish());
        finished = true;
        return emit(true);
    }

    /**
     * Gives no frames of stretches that end well before a frame; to be called before any sound comes in.
     *
     * @return the number of the first frame that will be given
     */
    long passOver(long frame) {
        // The last stretch may be longer than the others by a margin: one that may be the last and hold the frame is
        // not
        // passed over.
        passedStretches = Math.max(0, frame - stretch.marginFrames()) / stretch.coreFrames();
        return passedStretches * stretch.coreFrames();
    }

    /** How much sound came in so far. */
    double seconds() {
        return received / (double) rate;
    }

    /** Samples so far, at the rate of the analysis. */
    long samples() {
        return bufferStart + buffered;
    }

    private Frames emit(boolean last) throws NoFeaturesException {
        var complete = new FrameRows();
        int core = stretch.coreFrames();
        int margin = stretch.marginFrames();
        while (samples() >= (emittedFrames + core + margin) * hopSamples) {
            analyse(core, (emittedFrames + core + margin) * hopSamples, complete);
        }
        if (last) {
            int remaining = Math.toIntExact(totalFrames() - emittedFrames);
            if (remaining > 0) {
                analyse(remaining, samples(), complete);
            }
        }
        return complete.toFrames();
    }

    private long totalFrames() {
        return frames(samples(), conversion.rate());
    }

    /** Number of frames of a whole recording, at the rate of the analysis. */
    static long frames(long samples, int rate) {
        // The grid of the whole recording, whose length may exceed an int: full hops, then the rest.
        int hopSamples = new FrameGrid(rate, 0).hopSamples();
        return samples / hopSamples + new FrameGrid(rate, (int) (samples % hopSamples)).count();
    }

    /** Analyses the stretch whose core begins with the first frame not emitted yet and which ends at a sample. */
    private void analyse(int coreFrames, long end, FrameRows complete) throws NoFeaturesException {
        int before = (int) Math.min(emittedFrames, stretch.marginFrames());
        int start = Math.toIntExact((emittedFrames - before) * hopSamples - bufferStart);
        double[] samples = Arrays.copyOfRange(buffer, start, Math.toIntExact(end - bufferStart));
        // The next stretch begins a margin before its core.
        int shared = Math.max(0, before + coreFrames - stretch.marginFrames()) * hopSamples;
        var piece = new Excerpt(samples, conversion.rate(), bufferStart + start, Math.min(samples.length, shared));
        if (emittedFrames < passedStretches * stretch.coreFrames()) {
            analysis.pass(piece);
        } else {
            complete.add(analysis.analyse(piece, new IndexRange(before, before + coreFrames)));
        }
        emittedFrames += coreFrames;
        forget();
    }

    /** Drops what no later stretch reaches back to. */
    private void forget() {
        long needed = Math.max(0, emittedFrames - stretch.marginFrames()) * hopSamples;
        int dropped = (int) Math.min(buffered, needed - bufferStart);
        if (dropped > 0) {
            System.arraycopy(buffer, dropped, buffer, 0, buffered - dropped);
            buffered -= dropped;
            bufferStart += dropped;
        }
    }

    private void append(double[] samples) throws NoFeaturesException {
        if (stretch.isWhole()
                && buffered + (double) samples.length > StretchSettings.LONGEST_SECONDS * conversion.rate()) {
            throw new NoFeaturesException(String.format(
                    Locale.ROOT,
                    "it is longer than %.0f minutes, too long to be analysed in one piece; set a length of stretches",
                    StretchSettings.LONGEST_SECONDS / 60));
        }
        if (buffered + samples.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffered + samples.length, buffer.length + (buffer.length >> 1)));
        }
        System.arraycopy(samples, 0, buffer, buffered, samples.length);
        buffered += samples.length;
    }

    /** Refuses what no recording holds: squares of samples and their sums have to stay numbers. */
    private static void requireSound(double[] samples, int offset, int count) {
        for (int n = offset; n < offset + count; n++) {
            if (!(Math.abs(samples[n]) <= AudioStream.LOUDEST)) {
                throw new IllegalArgumentException("a sample must be a number of at most " + AudioStream.LOUDEST
                        + ", full scale being 1, but number " + n + " is " + samples[n]);
            }
        }
    }
}
