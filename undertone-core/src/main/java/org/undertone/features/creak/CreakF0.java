package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Fourier;
import org.undertone.signal.Interpolation;
import org.undertone.signal.Median;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * The rate of pulses in creaky voice, frame by frame: the strongest peak of the autocorrelation of the residual behind the
 * broad resonator, beyond its central lobe (Drugman, Kane, Gobl, Interspeech 2012). Frames of 50 ms under a Hanning window
 * every 10 ms.
 */
public final class CreakF0 {
    private static final double FRAME_SECONDS = 0.05;
    private static final double HOP_SECONDS = 0.01;
    private static final int LEAST_LAG = 5;
    private static final double ZERO = 1e-12;
    private static final int MEDIAN_FRAMES = 7;
    /** Frames in the moving average. */
    static final int SMOOTHING_FRAMES = 9;

    private CreakF0() {}

    /** Frames on each side that the smoothed rate of a frame depends on; that of {@link H2H1} on fewer. */
    static final int REACH_FRAMES = MEDIAN_FRAMES / 2 + SMOOTHING_FRAMES / 2;

    /** The frames that this and {@link H2H1} are measured in. */
    static FrameSequence frames(int samples, int rate, Quirks quirks) {
        int length = Rounding.toInt(FRAME_SECONDS * rate);
        int hop = Rounding.toInt(HOP_SECONDS * rate);
        if (quirks == Quirks.MENDED) {
            return FrameSequence.of(samples, length, hop, quirks);
        }
        // Quirks of the original: a frame that ends at the last sample is not used, and the frames' times are stretched
        // over the whole signal.
        FrameSequence inside = FrameSequence.of(samples - 1, length, hop, quirks);
        return new FrameSequence(length, inside.starts(), Interpolation.linspace(1, samples, inside.count()));
    }

    /** Whole Hz per frame, before smoothing. */
    static int[] raw(double[] broad, int rate, FrameSequence frames) {
        int length = frames.length();
        int lags = length - 1;
        double[] window = Window.hanning(length);
        // Powers of two are transformed faster than just twice the length.
        var fourier = new Fourier(Integer.highestOneBit(2 * length - 1) * 2);
        var frame = new double[length];
        var power = new double[fourier.bins()];
        var none = new double[fourier.bins()];
        var correlation = new double[fourier.length()];
        var found = new int[frames.count()];
        for (int i = 0; i < found.length; i++) {
            frames.copy(broad, i, frame);
            for (int n = 0; n < length; n++) {
                frame[n] *= window[n];
            }
            fourier.powers(frame, power);
            fourier.inverse(power, none, correlation);
            found[i] = Rounding.toInt((double) rate / strongestLag(correlation, lags));
        }
        return found;
    }

    /** The lag of the largest value beyond the initial run of positive ones, each scaled up by what its overlap lacks. */
    private static int strongestLag(double[] correlation, int lags) {
        // Below this a value is rounding of the transform.
        double zero = ZERO * correlation[0];
        int lag = 1;
        while (lag <= lags && correlation[lag] > zero) {
            lag++;
        }
        int strongest = 1;
        double largest = zero;
        for (; lag <= lags; lag++) {
            double value = correlation[lag] * lags / (lags - (lag - 1));
            if (value > largest) {
                largest = value;
                strongest = lag;
            }
        }
        return Math.max(strongest, LEAST_LAG);
    }

    /** A median over 7 frames, then a mean over 9. */
    static double[] smoothed(int[] raw) {
        double[] values = Arrays.stream(raw).asDoubleStream().toArray();
        return Smoothing.movingAverage(Median.filter(values, MEDIAN_FRAMES), SMOOTHING_FRAMES);
    }

    /**
     * The rate at instants, in Hz.
     *
     * @param broad the residual behind the resonator of radius {@link Resonator#BROAD}
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] broad, int rate, double[] instants, Quirks quirks) {
        FrameSequence frames = frames(broad.length, rate, quirks);
        return new Curve(frames.times(), smoothed(raw(broad, rate, frames))).at(instants, quirks);
    }
}
