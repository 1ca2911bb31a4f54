package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.undertone.signal.Fourier;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * The true envelope of a spectrum: a smooth curve through its peaks. The cepstrally smoothed spectrum is computed again and
 * again, each time of the maximum of the spectrum and the curve before, until no bin stands out by more than 2 dB (Imai and
 * Abe 1979; Roebel and Rodet, DAFx 2005; Roebel, Villavicencio, Rodet, Pattern Recognition Letters 28, 2007, for the order
 * and the acceleration). It keeps buffers: one instance for each thread.
 */
public final class TrueEnvelope {
    private static final int BINS = HarmonicAnalysis.BINS;
    private static final int HALF = BINS - 1;
    private static final double WITHIN = Math.log(Math.pow(10, 2 / 20.0));
    private static final int MOST_ITERATIONS = 200;

    private final CosineSeries series = new CosineSeries();
    private final FoldedSpectrum segments = FoldedSpectrum.zeros();
    private final FoldedSpectrum raised = FoldedSpectrum.zeros();
    private final FoldedSpectrum smooth = FoldedSpectrum.zeros();
    private final double[] squares = new double[FoldedSpectrum.WIDTH];
    private final double[] terms = new double[CosineSeries.MOST + 1];
    private final Map<Integer, double[]> lifters = new HashMap<>();
    private final Fourier fourier = new Fourier(2 * HALF);
    private final double[] spectrum = new double[BINS];
    private final double[] target = new double[BINS];
    private final double[] curve = new double[BINS];
    private final double[] zeros = new double[BINS];
    private final double[] scratch = new double[BINS];
    private final double[] period = new double[2 * HALF];
    private final double[] cepstrum = new double[BINS];

    private TrueEnvelope() {}

    /** An estimator. */
    public static TrueEnvelope create() {
        return new TrueEnvelope();
    }

    /** The order that suits harmonics at a fundamental in Hz: half the sampling rate over it, rounded, at least 1. */
    public static int order(int rate, double f0) {
        return Math.max(1, Math.min(HALF - 1, Rounding.toInt(0.5 * rate / f0)));
    }

    /**
     * The envelope.
     *
     * @param logMagnitudes natural logarithms, {@code [2049]}, from 0 Hz to half the sampling rate
     * @param order of the cepstrum, see {@link #order}
     * @param envelope receives natural logarithms, {@code [2049]}; NaN throughout where a magnitude is 0
     */
    public void envelope(double[] logMagnitudes, int order, double[] envelope) {
        int widened = widened(order);
        System.arraycopy(logMagnitudes, 0, spectrum, 0, BINS);
        if (Arrays.stream(spectrum).anyMatch(value -> !Double.isFinite(value))) {
            Arrays.fill(envelope, Double.NaN);
            return;
        }
        // Below the first harmonic and above the last there are no peaks to go through: there the spectrum is
        // replaced by its own envelope of half the order.
        iterate(widened(Rounding.toInt(widened / 2.0)));
        int ends = Rounding.toInt(0.25 * 2 * HALF / widened);
        System.arraycopy(curve, 0, spectrum, 0, ends);
        System.arraycopy(curve, BINS - (ends - 1), spectrum, BINS - (ends - 1), ends - 1);
        iterate(widened);
        System.arraycopy(curve, 0, envelope, 0, BINS);
    }

    /** The envelope of exactly this order without smoothing first, by tables or by Fourier transforms. */
    double[] iterated(double[] logMagnitudes, int order, boolean byFourier) {
        System.arraycopy(logMagnitudes, 0, spectrum, 0, BINS);
        Arrays.fill(cepstrum, 0);
        if (byFourier) {
            iterateAnyOrder(order, lifter(order));
        } else {
            iterateFast(order, lifter(order));
        }
        return curve.clone();
    }

    private static int widened(int order) {
        return Math.min(Rounding.toInt(1.2 * Math.min(order, HALF - 1)), HALF - 1);
    }

    private void iterate(int order) {
        double[] lifter = lifters.computeIfAbsent(order, TrueEnvelope::lifter);
        Arrays.fill(cepstrum, 0);
        if (order <= CosineSeries.MOST) {
            iterateFast(order, lifter);
        } else {
            iterateAnyOrder(order, lifter);
        }
    }

    private static double[] lifter(int order) {
        return Arrays.copyOfRange(Window.hamming(2 * order + 1), order, 2 * order + 1);
    }

    private void iterateFast(int order, double[] lifter) {
        segments.load(spectrum);
        raised.copy(segments);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            series.analyse(raised, order, terms);
            double inside = terms[0] * terms[0];
            double counted = 2 * inside;
            for (int m = 1; m <= order; m++) {
                inside += terms[m] * terms[m];
                counted += terms[m] * terms[m];
            }
            // Parseval: what the terms up to the order leave of the energy, without the one at half the period.
            double nyquist = series.alternating();
            double outside = Math.max(0, 2 * (raised.meanSquare(squares) - nyquist * nyquist) - counted);
            double boost = inside > 0 ? 1 + Math.sqrt(outside / inside) : 1;
            for (int m = 0; m <= order; m++) {
                cepstrum[m] += boost * lifter[m] * (terms[m] - cepstrum[m]);
            }
            series.sum(cepstrum, order, smooth);
            if (!segments.standsOut(smooth, WITHIN)) {
                break;
            }
            raised.raise(smooth);
        }
        smooth.store(curve);
    }

    /** The same for orders beyond the tables, which only fundamentals below 40 Hz need. */
    private void iterateAnyOrder(int order, double[] lifter) {
        System.arraycopy(spectrum, 0, target, 0, BINS);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            fourier.inverse(target, zeros, period);
            double outside = 0;
            for (int m = order + 1; m < HALF; m++) {
                outside += 4 * period[m] * period[m];
            }
            double inside = period[0] * period[0];
            for (int m = 1; m <= order; m++) {
                inside += 4 * period[m] * period[m];
            }
            double boost = inside > 0 ? 1 + Math.sqrt(outside / inside) : 1;
            for (int m = 0; m <= order; m++) {
                double smooth = m == 0 ? period[0] : 2 * period[m];
                cepstrum[m] += boost * lifter[m] * (smooth - cepstrum[m]);
            }
            fourier.forward(Arrays.copyOf(cepstrum, order + 1), curve, scratch);
            double above = Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < BINS; bin++) {
                above = Math.max(above, spectrum[bin] - curve[bin]);
                target[bin] = Math.max(target[bin], curve[bin]);
            }
            if (above <= WITHIN) {
                break;
            }
        }
    }
}
