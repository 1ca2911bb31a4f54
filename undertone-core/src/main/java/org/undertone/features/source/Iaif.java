package org.undertone.features.source;

import java.util.Arrays;
import java.util.Objects;
import org.undertone.signal.IndexRange;
import org.undertone.signal.LeastSquaresFilter;
import org.undertone.signal.LinearPrediction;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * Iterative adaptive inverse filtering, closure by closure: takes the vocal tract and the radiation at the lips off speech,
 * so that the glottal flow remains (Alku, "Glottal wave analysis with pitch synchronous iterative adaptive inverse
 * filtering", Speech Communication 11, 1992). Frames of two periods about each closure under a Hanning window, added where
 * they overlap. It keeps buffers: one instance for each thread.
 */
public final class Iaif {
    /** Pole of the integrator that undoes the radiation at the lips. */
    private static final double LEAK = 0.99;
    /** Stop band, then pass band, of the high-pass before the analysis. */
    private static final double[] HIGH_PASS_HZ = {40, 70};
    /** Order of the high-pass at 16 kHz. */
    private static final double HIGH_PASS_ORDER = 300;

    private final int rate;
    private final GlottalSettings settings;
    private final int sourceOrder;
    private final int tractOrder;
    private final int ramp;
    private final double[] highPass;
    private final WindowCache windows;
    private Buffers buffers = new Buffers(0);

    private Iaif(int rate, GlottalSettings settings) {
        this.rate = rate;
        this.settings = settings;
        this.sourceOrder = 2 * Rounding.toInt(rate / 4000.0);
        this.tractOrder = 2 * Rounding.toInt(rate / 2000.0) + 4;
        this.ramp = tractOrder + 1;
        this.windows = new WindowCache(Window::hanning, rate / 25);
        int order = Rounding.toInt(HIGH_PASS_ORDER / 16000 * rate);
        double half = rate / 2.0;
        this.highPass = LeastSquaresFilter.design(
                order + order % 2,
                new double[] {0, HIGH_PASS_HZ[0] / half, HIGH_PASS_HZ[1] / half, 1},
                new double[] {0, 0, 1, 1});
    }

    /**
     * The analysis at a sampling rate.
     *
     * @param rate samples per second, at least 2000
     */
    public static Iaif create(int rate, GlottalSettings settings) {
        if (rate < 2000) {
            throw new IllegalArgumentException(
                    "inverse filtering needs at least 2000 samples per second but has " + rate);
        }
        return new Iaif(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * The glottal flow of a whole signal, zero where it has no closures.
     *
     * @param signal speech of positive polarity
     * @param instants indices of the voiced closure instants, strictly increasing
     */
    public GlottalFlow flow(double[] signal, int[] instants) {
        return flow(signal, instants, new IndexRange(0, instants.length));
    }

    /**
     * The same where it matters to some closures alone, up to 1.5 periods from each; elsewhere it is incomplete.
     *
     * @param measured which instants
     */
    public GlottalFlow flow(double[] signal, int[] instants, IndexRange measured) {
        var flow = new double[signal.length];
        var derivative = new double[signal.length];
        GlottalCycle[] cycles = GlottalCycle.of(instants, signal.length, rate, settings);
        int begin = signal.length;
        int end = 0;
        for (int i = measured.from(); i < measured.end(); i++) {
            int reach = 3 * cycles[i].periodSamples() / 2 + 1;
            begin = Math.min(begin, Math.min(cycles[i].start(), cycles[i].closure() - reach));
            end = Math.max(end, cycles[i].closure() + reach + 1);
        }
        for (GlottalCycle cycle : cycles) {
            if (cycle.closure() + cycle.periodSamples() < begin || cycle.closure() - cycle.periodSamples() > end) {
                continue;
            }
            // Quirk of the original: an index that counts from 0 is taken for one from 1, so the frame is one sample
            // early.
            int centre = settings.keepsQuirks() ? cycle.closure() - 1 : cycle.closure();
            int first = Math.max(0, centre - cycle.periodSamples());
            int last = Math.min(signal.length - 1, centre + cycle.periodSamples());
            int length = last - first + 1;
            if (length > tractOrder && analyse(signal, first, length)) {
                add(buffers.flow, flow, first, length);
                add(buffers.residual, derivative, first, length);
            }
        }
        return new GlottalFlow(flow, derivative);
    }

    private void add(double[] frame, double[] to, int first, int length) {
        for (int n = 0; n < length; n++) {
            to[first + n] += frame[ramp + n];
        }
    }

    /** Leaves flow and derivative of a frame in the buffers, behind the ramp; false where it is silent. */
    private boolean analyse(double[] signal, int first, int length) {
        if (buffers.capacity < length) {
            buffers = new Buffers(length + length / 2);
        }
        double[] window = windows.of(length);
        prepare(signal, first, window);
        // Step 1: the tilt of source and radiation, a filter of order 1.
        whiten(predict(buffers.framed, window, 1));
        // Step 2: the tract without the tilt; step 3: the source without the tract; step 4: the tract without the
        // source.
        whiten(predict(buffers.residual, window, tractOrder));
        integrate(length);
        whiten(predict(buffers.flow, window, sourceOrder));
        integrate(length);
        whiten(predict(buffers.flow, window, tractOrder));
        integrate(length);
        // Quirk of the original: where the frame is digital silence there is no filter, and the flow becomes NaN.
        return settings.keepsQuirks() || Double.isFinite(buffers.flow[ramp + length - 1]);
    }

    /** The windowed, high-passed frame behind a ramp up to its first sample, which lets the filters start smoothly. */
    private void prepare(double[] signal, int first, double[] window) {
        int length = window.length;
        double[] frame = buffers.windowed;
        for (int n = 0; n < length; n++) {
            frame[n] = signal[first + n] * window[n];
        }
        double[] framed = buffers.framed;
        highPass(frame, framed, length);
        double x0 = framed[ramp];
        for (int n = 0; n < ramp; n++) {
            framed[n] = -x0 + n * (2 * x0) / (ramp - 1);
        }
        buffers.length = length;
    }

    /** Filters without delay, zeros beyond both ends: {@code out[ramp + n] = sum_m taps[delay + n - m] in[m]}. */
    private void highPass(double[] in, double[] out, int length) {
        int delay = highPass.length / 2;
        Arrays.fill(out, ramp, ramp + length, 0);
        int m = 0;
        // Four inputs at a time where all taps serve: the inner loop runs over neighbouring samples and is vectorised.
        for (; m + 3 < length; m += 4) {
            int from = Math.max(0, m + 3 - delay);
            int to = Math.min(length, m + delay + 1);
            addFour(in, m, out, from, to);
            for (int k = 0; k < 4; k++) {
                addOne(in, m + k, out, Math.max(0, m + k - delay), from);
                addOne(in, m + k, out, to, Math.min(length, m + k + delay + 1));
            }
        }
        for (; m < length; m++) {
            addOne(in, m, out, Math.max(0, m - delay), Math.min(length, m + delay + 1));
        }
    }

    private void addFour(double[] in, int m, double[] out, int from, int to) {
        double a = in[m];
        double b = in[m + 1];
        double c = in[m + 2];
        double d = in[m + 3];
        int tap = highPass.length / 2 - m;
        for (int n = from; n < to; n++) {
            out[ramp + n] += highPass[tap + n] * a
                    + highPass[tap + n - 1] * b
                    + (highPass[tap + n - 2] * c + highPass[tap + n - 3] * d);
        }
    }

    private void addOne(double[] in, int m, double[] out, int from, int to) {
        int tap = highPass.length / 2 - m;
        for (int n = from; n < to; n++) {
            out[ramp + n] += highPass[tap + n] * in[m];
        }
    }

    private double[] predict(double[] behindRamp, double[] window, int order) {
        for (int n = 0; n < window.length; n++) {
            buffers.windowed[n] = behindRamp[ramp + n] * window[n];
        }
        return LinearPrediction.coefficients(buffers.windowed, window.length, order);
    }

    private void whiten(double[] a) {
        LinearPrediction.whiten(a, buffers.framed, buffers.residual, ramp + buffers.length);
    }

    private void integrate(int length) {
        double sum = 0;
        for (int n = 0; n < ramp + length; n++) {
            sum = buffers.residual[n] + LEAK * sum;
            buffers.flow[n] = sum;
        }
    }

    /** Arrays that all frames share; those with a ramp begin with it. */
    private final class Buffers {
        private final int capacity;
        private final double[] windowed;
        private final double[] framed;
        private final double[] residual;
        private final double[] flow;
        private int length;

        Buffers(int capacity) {
            this.capacity = capacity;
            this.windowed = new double[capacity];
            this.framed = new double[ramp + capacity];
            this.residual = new double[ramp + capacity];
            this.flow = new double[ramp + capacity];
        }
    }
}
