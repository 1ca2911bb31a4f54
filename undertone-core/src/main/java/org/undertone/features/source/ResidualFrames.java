package org.undertone.features.source;

import org.undertone.signal.Energy;
import org.undertone.signal.IndexRange;
import org.undertone.signal.LinearPrediction;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/** The overlapping frames of an {@link LpResidual}: 25 ms every 5 ms, the first one at the first sample. It keeps buffers. */
final class ResidualFrames {
    private static final double FRAME_SECONDS = 0.025;
    private static final double SHIFT_SECONDS = 0.005;

    private final int order;
    private final Quirks quirks;
    private final int length;
    private final int shift;
    private final double[] window;
    private final double[] model;
    private final double[] frame;
    private final double[] error;

    ResidualFrames(int rate, int order, Quirks quirks) {
        this.order = order;
        this.quirks = quirks;
        this.length = Rounding.toInt(FRAME_SECONDS * rate) + 1;
        this.shift = Rounding.toInt(SHIFT_SECONDS * rate);
        this.window = Window.hanning(length);
        this.model = new double[length];
        this.frame = new double[length];
        this.error = new double[length];
    }

    /** Samples of a frame. */
    int length() {
        return length;
    }

    /** Samples from a frame to the next. */
    int shift() {
        return shift;
    }

    /** Number of frames in so many samples. */
    int count(int samples) {
        // Quirk of the original: a frame that ends exactly at the last sample is not used.
        int end = quirks == Quirks.KEPT ? samples - 1 : samples;
        return end < length ? 0 : (end - length) / shift + 1;
    }

    /**
     * Adds the residual of some frames to a residual.
     *
     * @param analysed what the inverse filters are computed from
     * @param filtered what they filter, as many samples
     * @param frames which
     * @param limit samples from this index on are left alone
     */
    void add(double[] analysed, double[] filtered, IndexRange frames, int limit, double[] residual) {
        for (int i = frames.from(); i < frames.end(); i++) {
            int start = i * shift;
            for (int n = 0; n < length; n++) {
                model[n] = analysed[start + n] * window[n];
                frame[n] = filtered[start + n] * window[n];
            }
            double[] a = LinearPrediction.coefficients(model, length, order);
            LinearPrediction.whiten(a, frame, error, length);
            double gain = Math.sqrt(Energy.of(frame) / Energy.of(error));
            // Quirk of the original: NaN from a frame without energy stays.
            if (quirks == Quirks.KEPT || Double.isFinite(gain)) {
                int end = Math.min(length, limit - start);
                for (int n = 0; n < end; n++) {
                    residual[start + n] += error[n] * gain;
                }
            }
        }
    }
}
