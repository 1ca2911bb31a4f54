package org.undertone.features.creak;

import org.undertone.features.source.Quirks;
import org.undertone.signal.Window;

/**
 * How much stronger the second harmonic is than the first, in dB, in the residual behind the sharp resonator: a secondary
 * pulse between two closures raises it (Drugman, Kane, Gobl, Interspeech 2012). Frames of 50 ms under a squared Hanning
 * window every 10 ms; the spectrum is that of the frame's autocorrelation at lags from 1 on, read at the rate of pulses that
 * {@link CreakF0} finds in the frame.
 */
public final class H2H1 {
    private H2H1() {}

    /**
     * The difference at instants, in dB.
     *
     * @param sharp the residual behind the resonator of radius {@link Resonator#SHARP}
     * @param broad the residual behind the resonator of radius {@link Resonator#BROAD}
     * @param instants sample numbers, the first sample is 1
     */
    public static double[] at(double[] sharp, double[] broad, int rate, double[] instants, Quirks quirks) {
        FrameSequence frames = CreakF0.frames(sharp.length, rate, quirks);
        return at(sharp, CreakF0.raw(broad, rate, frames), rate, frames, instants, quirks);
    }

    static double[] at(
            double[] sharp, int[] pulseRates, int rate, FrameSequence frames, double[] instants, Quirks quirks) {
        double[] raw = raw(sharp, pulseRates, rate, frames);
        if (quirks == Quirks.MENDED) {
            for (int i = 0; i < raw.length; i++) {
                // Digital silence has no harmonics, none stronger than the other.
                raw[i] = Double.isFinite(raw[i]) ? raw[i] : 0;
            }
        }
        return new Curve(frames.times(), Smoothing.movingAverage(raw, CreakF0.SMOOTHING_FRAMES)).at(instants, quirks);
    }

    static double[] raw(double[] sharp, int[] pulseRates, int rate, FrameSequence frames) {
        int length = frames.length();
        double[] window = Window.hanning(length);
        var frame = new double[length];
        var difference = new double[frames.count()];
        for (int i = 0; i < difference.length; i++) {
            frames.copy(sharp, i, frame);
            for (int n = 0; n < length; n++) {
                frame[n] *= window[n] * window[n];
            }
            // Quirk of the original: bin k, counted from 1, is taken for k Hz, so that both are read 1 Hz too low.
            int offset = 1;
            double first = power(frame, 2 * Math.PI * (pulseRates[i] - offset) / rate);
            double second = power(frame, 2 * Math.PI * (2 * pulseRates[i] - offset) / rate);
            difference[i] = 10 * Math.log10(second / first);
        }
        return difference;
    }

    /**
     * The squared absolute value of {@code sum_(l>0) r[l] exp(-i angle l)}, r being the autocorrelation of the frame:
     * {@code sum_m x[m] exp(-i angle m) sum_(n<m) x[n] exp(i angle n)}, in one pass.
     */
    private static double power(double[] frame, double angle) {
        double turnRe = Math.cos(angle);
        double turnIm = Math.sin(angle);
        double re = 1;
        double im = 0;
        double pastRe = 0;
        double pastIm = 0;
        double sumRe = 0;
        double sumIm = 0;
        for (double x : frame) {
            double xRe = x * re;
            double xIm = x * im;
            sumRe += xRe * pastRe + xIm * pastIm;
            sumIm += xRe * pastIm - xIm * pastRe;
            pastRe += xRe;
            pastIm += xIm;
            double next = re * turnRe - im * turnIm;
            im = re * turnIm + im * turnRe;
            re = next;
        }
        return sumRe * sumRe + sumIm * sumIm;
    }
}
