package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.undertone.signal.Fourier;
import org.undertone.signal.Median;
import org.undertone.signal.Phase;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * Sinusoidal analysis of a voice: amplitudes and phases of its harmonics, read off the peaks of the spectrum (McAulay and
 * Quatieri, IEEE TASSP 34(4), 1986). Blackman window of three periods, 4096-point spectrum, phases at the middle of the
 * window. It keeps buffers: one instance for each thread.
 */
public final class HarmonicAnalysis {
    /** Bins of a spectrum from 0 Hz to half the sampling rate. */
    public static final int BINS = 2049;

    private static final int TRANSFORM = 4096;
    private static final int MOST_WINDOWS = 1000;

    private final int rate;
    private final HarmonicSettings settings;
    private final Fourier fourier = new Fourier(TRANSFORM);
    private final double[] windowed = new double[TRANSFORM];
    private final double[] real = new double[BINS];
    private final double[] imaginary = new double[BINS];
    private final double[] logMagnitudes = new double[BINS];
    private final double[] peakBins = new double[BINS];
    private final double[] peakHeights = new double[BINS];
    private final Map<Integer, double[]> windows = new HashMap<>();
    private int peaks;
    private boolean silent;

    private HarmonicAnalysis(int rate, HarmonicSettings settings) {
        this.rate = rate;
        this.settings = settings;
    }

    /**
     * An analysis.
     *
     * @param rate samples per second
     */
    public static HarmonicAnalysis create(int rate, HarmonicSettings settings) {
        if (rate < 1) {
            throw new IllegalArgumentException("a sampling rate must be positive but is " + rate);
        }
        return new HarmonicAnalysis(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The harmonics at an instant.
     *
     * @param samples the signal
     * @param seconds the instant; the first sample is at 0
     * @param f0 the fundamental in Hz, voiced or not
     * @return empty where the window leaves the signal and the settings drop such frames
     */
    public Optional<HarmonicFrame> frame(double[] samples, double seconds, double f0) {
        double fundamental = fundamental(f0);
        int centre = Rounding.toInt(seconds * rate);
        int half = Rounding.toInt(3 * rate / (2 * fundamental));
        if (settings.dropsCutFrames() && (centre - half < 0 || centre + half >= samples.length)) {
            return Optional.empty();
        }
        load(samples, centre, half);
        fourier.forward(windowed, real, imaginary);
        measure();
        findPeaks();
        return Optional.of(harmonics(seconds, fundamental, half));
    }

    /**
     * Natural logarithms of the magnitudes of the latest frame's spectrum, {@code [2049]}, from 0 Hz to half the sampling
     * rate; the array is overwritten by the next frame.
     */
    public double[] logMagnitudes() {
        return logMagnitudes;
    }

    /** Samples on either side of the middle of a window, at most; infinitely many where any fundamental is taken. */
    int longestHalf() {
        return settings.lowestF0() > 0 ? Rounding.toInt(3 * rate / (2 * settings.lowestF0())) : Integer.MAX_VALUE / 4;
    }

    private double fundamental(double f0) {
        if (settings.lowestF0() > 0 && !(f0 >= settings.lowestF0() && f0 <= rate / 8.0)) {
            return Math.min(settings.substituteF0(), rate / 8.0);
        }
        if (!(f0 > 0 && f0 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a harmonic analysis needs a fundamental above 0 Hz but has " + f0);
        }
        return f0;
    }

    /** Quirk of the original: of a window of more than 4096 samples only the first 4096 are used. */
    private void load(double[] samples, int centre, int half) {
        double[] window = window(half);
        int used = Math.min(TRANSFORM, window.length);
        Arrays.fill(windowed, 0);
        int first = centre - half;
        int begin = Math.max(0, -first);
        int end = Math.min(used, samples.length - first);
        for (int n = begin; n < end; n++) {
            windowed[n] = samples[first + n] * window[n];
        }
    }

    private double[] window(int half) {
        double[] window = windows.get(half);
        if (window == null) {
            window = Window.blackman(2 * half + 1);
            double sum = Arrays.stream(window).sum();
            for (int n = 0; n < window.length; n++) {
                window[n] /= sum;
            }
            if (windows.size() >= MOST_WINDOWS || window.length > TRANSFORM) {
                windows.clear();
            }
            windows.put(half, window);
        }
        return window;
    }

    private void measure() {
        double floor = settings.magnitudeFloor();
        double least = floor * floor;
        boolean heard = false;
        for (int bin = 0; bin < BINS; bin++) {
            double power = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            boolean above = power > least;
            heard |= above;
            logMagnitudes[bin] = 0.5 * Math.log(above ? power : least);
        }
        silent = !heard;
    }

    /** Local maxima of the logarithmic spectrum, their tops by the parabola through three bins. */
    private void findPeaks() {
        peaks = 0;
        for (int bin = 1; bin < BINS - 1; bin++) {
            double left = logMagnitudes[bin - 1];
            double here = logMagnitudes[bin];
            double right = logMagnitudes[bin + 1];
            if (here > left && here > right) {
                double offset = 0.5 * (left - right) / (left - 2 * here + right);
                peakBins[peaks] = bin + offset;
                peakHeights[peaks] = here - 0.25 * (left - right) * offset;
                peaks++;
            }
        }
    }

    private HarmonicFrame harmonics(double seconds, double f0, int half) {
        double step = TRANSFORM * f0 / rate;
        int count = Math.max(0, Rounding.toInt((rate / 2.0 - f0 / 2) / f0));
        var amplitudes = new double[count + 1];
        var phases = new double[count + 1];
        var gaps = new double[count];
        amplitudes[0] = Math.exp(logMagnitudes[0]);
        phases[0] = real[0] < 0 ? Math.PI : 0;
        int peak = 0;
        double previous = 0;
        for (int k = 1; k <= count; k++) {
            double bin = k * step;
            while (peak + 1 < peaks && Math.abs(peakBins[peak + 1] - bin) < Math.abs(peakBins[peak] - bin)) {
                peak++;
            }
            double height;
            if (peak < peaks && Math.abs(peakBins[peak] - bin) < step / 2) {
                bin = peakBins[peak];
                height = peakHeights[peak];
            } else {
                height = logMagnitudes[Math.min(BINS - 1, Rounding.toInt(bin))];
            }
            amplitudes[k] = Math.exp(height);
            phases[k] = phase(bin, half);
            gaps[k - 1] = bin - previous;
            previous = bin;
        }
        double spacing = count == 0 ? f0 : Median.of(gaps) * rate / TRANSFORM;
        return new HarmonicFrame(seconds, f0, spacing, amplitudes, phases, silent);
    }

    /** The phase between two bins, along the shorter way from one to the other. */
    private double phase(double bin, int half) {
        int below = Math.min(BINS - 2, (int) bin);
        double left = binPhase(below, half);
        return Phase.wrap(left + (bin - below) * Phase.wrap(binPhase(below + 1, half) - left));
    }

    /** The phase of a bin when time is counted from the middle of the window, {@code half} samples after its begin. */
    private double binPhase(int bin, int half) {
        long turned = (long) bin * half % TRANSFORM;
        return Math.atan2(imaginary[bin], real[bin]) + 2 * Math.PI * turned / TRANSFORM;
    }
}
