package org.undertone.features.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The parabolic spectral parameter: how fast the spectrum of one cycle of flow decays at low frequencies, by the curvature
 * of a parabola, relative to that of the shortest decay that the period allows, a flow that is constant (Alku, Strik,
 * Vilkman, "Parabolic spectral parameter", Speech Communication 22, 1997). It keeps what depends on the period alone: one
 * instance for each thread.
 */
final class Psp {
    /** Points of the transform. */
    private static final int POINTS = 2048;
    /** The parabola is fitted to more and more bins until its error has this share of the energy. */
    private static final double LARGEST_ERROR = 0.01;

    private final int rate;
    private final GlottalSettings settings;
    /** By period in samples; as many as periods from 20 to 500 Hz at most. */
    private final Map<Integer, Double> ofConstantFlow = new HashMap<>();

    Psp(int rate, GlottalSettings settings) {
        this.rate = rate;
        this.settings = settings;
    }

    /** NaN where the flow does not change. */
    double of(double[] flow, GlottalCycle cycle) {
        var pulse = new double[cycle.samples()];
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < pulse.length; n++) {
            pulse[n] = flow[cycle.start() + n];
            least = Math.min(least, pulse[n]);
            largest = Math.max(largest, pulse[n]);
        }
        for (int n = 0; n < pulse.length; n++) {
            pulse[n] = (pulse[n] - least) / (largest - least);
        }
        double constant = ofConstantFlow.computeIfAbsent(cycle.periodSamples(), this::curvatureOfConstantFlow);
        return curvature(pulse) / constant;
    }

    private double curvatureOfConstantFlow(int periodSamples) {
        var constant = new double[periodSamples];
        Arrays.fill(constant, 1.0 / periodSamples);
        return curvature(constant);
    }

    /**
     * The curvature a of the parabola {@code a k^2 + b} that fits the level in dB of bins k = 0, 1, ... best in the mean
     * square, by the normal equations from running sums: each bin is computed only when the fit has got there.
     */
    private double curvature(double[] pulse) {
        int points = Math.max(POINTS, pulse.length);
        if (settings.keepsQuirks() && pulse.length >= POINTS) {
            // Quirk of the original: making room for 2048 samples overwrites the last of them.
            pulse[POINTS - 1] = 0;
        }
        double spacing = (rate - 1.0) / (points - 1);
        double sum = 0;
        double sumSquare = 0;
        double sumProduct = 0;
        double sumK2 = 0;
        double sumK4 = 0;
        double curvature = Double.NaN;
        for (int k = 0; 1 + k * spacing <= rate / 2.0; k++) {
            double level = level(pulse, k, points);
            double k2 = (double) k * k;
            sum += level;
            sumSquare += level * level;
            sumProduct += level * k2;
            sumK2 += k2;
            sumK4 += k2 * k2;
            int n = k + 1;
            if (n < 3) {
                continue;
            }
            double determinant = n * sumK4 - sumK2 * sumK2;
            curvature = (n * sumProduct - sumK2 * sum) / determinant;
            double offset = (sum - curvature * sumK2) / n;
            double error = sumSquare - curvature * sumProduct - offset * sum;
            if (!(error < LARGEST_ERROR * sumSquare)) {
                break;
            }
        }
        return curvature;
    }

    /** One bin of the spectrum in dB, by rotating a pointer from sample to sample. */
    private static double level(double[] pulse, int bin, int points) {
        double angle = 2 * Math.PI * bin / points;
        double stepRe = Math.cos(angle);
        double stepIm = -Math.sin(angle);
        double re = 0;
        double im = 0;
        double pointerRe = 1;
        double pointerIm = 0;
        for (double value : pulse) {
            re += value * pointerRe;
            im += value * pointerIm;
            double next = pointerRe * stepRe - pointerIm * stepIm;
            pointerIm = pointerRe * stepIm + pointerIm * stepRe;
            pointerRe = next;
        }
        return 10 * Math.log10(re * re + im * im);
    }
}
