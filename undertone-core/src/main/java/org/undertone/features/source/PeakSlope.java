package org.undertone.features.source;

import java.util.Arrays;
import java.util.Objects;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Rounding;
import org.undertone.signal.Span;

/**
 * The peak slope: how the peaks of the wavelet bands of speech, in powers of ten, rise from band to band, low to high
 * frequency; frames of 40 ms every 10 ms (Kane and Gobl, "Identifying regions of non-modal phonation using features of the
 * wavelet transform", Interspeech 2011). Below 0; the lower, the breathier. One instance for each thread.
 */
public final class PeakSlope {
    private static final int FIRST_SCALE = 0;
    private static final int LAST_SCALE = 6;
    private static final double FRAME_SECONDS = 0.04;
    private static final double HOP_SECONDS = 0.01;
    /** Peaks below -180 dB of full scale are raised to it, which makes the slope of silence 0. */
    private static final double SILENCE = 1e-9;

    private final int frameSamples;
    private final int hopSamples;
    private final GlottalSettings settings;
    private final Wavelets wavelets = new Wavelets(FIRST_SCALE, LAST_SCALE);

    private PeakSlope(int rate, GlottalSettings settings) {
        this.frameSamples = Rounding.toInt(FRAME_SECONDS * rate);
        this.hopSamples = Rounding.toInt(HOP_SECONDS * rate);
        this.settings = settings;
    }

    /**
     * The measure at a sampling rate.
     *
     * @param rate samples per second, at least 50
     */
    public static PeakSlope create(int rate, GlottalSettings settings) {
        if (rate < 50) {
            throw new IllegalArgumentException("peak slope needs at least 50 samples per second but has " + rate);
        }
        return new PeakSlope(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * One value for each frame, at its centre. With quirks only frames that lie within the signal, and minus infinity where
     * some peaks are 0; otherwise also frames cut off at the ends, from the last centre before the signal to the first
     * one after it.
     *
     * @param signal speech, full scale is [-1, 1)
     */
    public Track of(double[] signal) {
        return of(signal, Span.ALL);
    }

    /**
     * The same as far as a span of it is asked for: values before and after may be missing.
     *
     * @param asked sample numbers at which the track is interpolated; with quirks all frames are given
     */
    public Track of(double[] signal, Span asked) {
        return settings.keepsQuirks() ? original(signal, wavelets.bands(signal)) : mended(signal, asked);
    }

    private Track original(double[] signal, double[][] bands) {
        int count = signal.length < frameSamples ? 0 : (signal.length - frameSamples) / hopSamples + 1;
        double[] smallest = wavelets.smallest(signal);
        var numbers = new double[count];
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            int first = i * hopSamples;
            int end = first + frameSamples;
            // Quirk of the original: the middle of the sample numbers is rounded up, then taken for an index.
            numbers[i] = Rounding.toInt((first + 1 + end) / 2.0) - 1;
            var peaks = new double[bands.length];
            for (int band = 0; band < bands.length; band++) {
                peaks[band] = peak(bands[band], first, end);
                // Beside digital silence the slope hangs on peaks down to the smallest numbers there are.
                if (peaks[band] < smallest[band]) {
                    peaks[band] = peak(wavelets.exact(signal, band, first, end), 0, frameSamples);
                }
            }
            double slope = slope(peaks);
            // Quirk of the original: NaN becomes 0, infinity stays.
            values[i] = Double.isNaN(slope) ? 0 : slope;
        }
        return new Track(numbers, values);
    }

    private Track mended(double[] signal, Span asked) {
        double half = (frameSamples + 1) / 2.0;
        // Whole frames would begin at 0, 1, 2 hops; others stand before and after them.
        int start = hopSamples * (int) Math.floor((1 - half) / hopSamples);
        int most = Math.min(1, signal.length);
        while (most > 0 && start + (most - 1) * hopSamples + half < signal.length) {
            most++;
        }
        var numbers = new double[most];
        for (int i = 0; i < most; i++) {
            numbers[i] = start + i * hopSamples + half;
        }
        IndexRange frames = asked.nodes(numbers);
        int from = Math.max(0, start + frames.from() * hopSamples);
        int end = Math.min(signal.length, start + (frames.end() - 1) * hopSamples + frameSamples);
        double[][] bands = wavelets.bands(signal, new IndexRange(from, Math.max(from, end)));
        var values = new double[frames.count()];
        var peaks = new double[bands.length];
        for (int i = 0; i < values.length; i++) {
            int first = start + (frames.from() + i) * hopSamples;
            for (int band = 0; band < bands.length; band++) {
                int last = Math.min(signal.length, first + frameSamples);
                peaks[band] = Math.max(SILENCE, peak(bands[band], Math.max(0, first) - from, last - from));
            }
            values[i] = slope(peaks);
        }
        return new Track(Arrays.copyOfRange(numbers, frames.from(), frames.end()), values);
    }

    private static double peak(double[] band, int from, int to) {
        double peak = 0;
        for (int n = from; n < to; n++) {
            double size = Math.abs(band[n]);
            // Not Math.max, which would let each sample wait for the one before.
            if (size > peak) {
                peak = size;
            }
        }
        return peak;
    }

    /** The slope of the straight line that fits the logarithms best, from the lowest band, which comes last, up. */
    private static double slope(double[] peaks) {
        int n = peaks.length;
        double sum = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double x = i - (n - 1) / 2.0;
            sum += x * Math.log10(peaks[n - 1 - i]);
            square += x * x;
        }
        return sum / square;
    }
}
