package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.EllipticFilter;
import org.undertone.signal.Median;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * Instants of glottal closure, one for each cycle of a smoothed signal: where the residual is largest near the instant that the
 * cycle suggests (SEDREAMS; Drugman and Dutoit, Interspeech 2009; Drugman, Thomas, Gudnason, Naylor, Dutoit, IEEE TASLP 20(3),
 * 2012, section II-E).
 */
public final class Sedreams {
    private static final double WINDOW_PERIODS = 1.7;
    private static final double PASS_HZ = 50;
    private static final double STOP_HZ = 30;
    private static final double RIPPLE_DB = 3;
    private static final double STOP_DB = 60;
    private static final double CLEAR_PEAK = 0.4;
    private static final double SEARCH_SHARE = 0.35;
    private static final int BLOCK = 1024;

    private Sedreams() {}

    /**
     * The closure instants of a signal, voiced or not.
     *
     * @param signal samples, the right way up
     * @param residual of the signal, of order {@link LpResidual#order}, as many samples; NaN counts as 0
     * @param rate samples per second
     * @param medianF0 in Hz: the typical pitch of the speaker
     * @param quirks {@link Quirks#KEPT}: the smoothed signal is 0 where its window would reach beyond the signal;
     *     {@link Quirks#MENDED}: zeros are taken to be there
     * @return indices of samples, counted from 0, one for each cycle, in the order of cycles, now and then twice the same; none
     *     where the pitch is NaN or the signal too short for any
     */
    public static int[] closures(double[] signal, double[] residual, int rate, double medianF0, Quirks quirks) {
        int order = EllipticFilter.order(PASS_HZ, STOP_HZ, rate, RIPPLE_DB, STOP_DB);
        var highPass = EllipticFilter.highPass(order, PASS_HZ, rate, RIPPLE_DB, STOP_DB);
        if (!(medianF0 > 0) || signal.length <= highPass.extension()) {
            return new int[0];
        }
        int period = Rounding.toInt(rate / medianF0);
        int half = Rounding.toInt(WINDOW_PERIODS * period / 2);
        double[] mean = smoothed(signal, half);
        if (quirks == Quirks.KEPT) {
            // Quirk of the original: no average, and so no cycle, at the ends of the file.
            Arrays.fill(mean, 0, Math.min(half, mean.length), 0);
            Arrays.fill(mean, Math.max(0, mean.length - half), mean.length, 0);
        }
        var cycles = Cycles.of(highPass.filterBothWays(mean));
        double[] clean = LpResidual.withoutNaN(residual);
        return instants(cycles, clean, typicalPosition(cycles, clean));
    }

    /**
     * The closures that are voiced, sorted, each once.
     *
     * @param quirks {@link Quirks#KEPT}: voicing is that of the sample before, and the first sample cannot be a closure;
     *     {@link Quirks#MENDED}: voicing is that of the sample itself; a single closure, which has no period, is none
     */
    public static int[] voiced(int[] closures, PitchTrack pitch, Quirks quirks) {
        int[] sorted = Arrays.stream(closures).sorted().distinct().toArray();
        // Quirk of the original: the index from 0 is taken for a sample number from 1.
        int shift = quirks == Quirks.KEPT ? 0 : 1;
        boolean[] isVoiced = pitch.voicedAt(
                Arrays.stream(sorted).mapToDouble(index -> index + shift).toArray());
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (isVoiced[i] && (quirks == Quirks.MENDED || sorted[i] >= 1)) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, quirks == Quirks.MENDED && kept < 2 ? 0 : kept);
    }

    /** The mean-based signal (equation 1 of the 2012 paper): the average under a Blackman window, zeros beyond the ends. */
    private static double[] smoothed(double[] signal, int half) {
        double[] window = Window.blackman(2 * half + 1);
        int n = signal.length;
        var padded = new double[n + 2 * half];
        System.arraycopy(signal, 0, padded, half, n);
        var mean = new double[n];
        for (int first = 0; first < n; first += BLOCK) {
            smooth(padded, window, first, Math.min(n, first + BLOCK), mean);
        }
        return mean;
    }

    /** A block small enough to stay in the fastest cache. The inner loop is vectorised. */
    private static void smooth(double[] padded, double[] window, int first, int end, double[] mean) {
        int half = window.length / 2;
        double scale = 1.0 / window.length;
        for (int i = first; i < end; i++) {
            mean[i] = window[half] * scale * padded[i + half];
        }
        // The window is symmetric: two samples share a weight.
        int k = 0;
        for (; k + 1 < half; k += 2) {
            double outer = window[k] * scale;
            double inner = window[k + 1] * scale;
            int left = k;
            int right = 2 * half - k;
            for (int i = first; i < end; i++) {
                mean[i] += outer * (padded[i + left] + padded[i + right])
                        + inner * (padded[i + left + 1] + padded[i + right - 1]);
            }
        }
        if (k < half) {
            double weight = window[k] * scale;
            for (int i = first; i < end; i++) {
                mean[i] += weight * (padded[i + half - 1] + padded[i + half + 1]);
            }
        }
    }

    /** Where in its cycle, as a share of the way from minimum to maximum, a clear peak of the residual mostly lies. */
    private static double typicalPosition(Cycles cycles, double[] residual) {
        if (cycles.count() == 0) {
            return 0;
        }
        var positions = new double[residual.length];
        int found = 0;
        int cycle = 0;
        for (int n = 0; n < residual.length; n++) {
            if (residual[n] > CLEAR_PEAK) {
                // The nearest minimum, the first of two as near.
                while (cycle + 1 < cycles.count()
                        && Math.abs(cycles.minimum(cycle + 1) - n) < Math.abs(cycles.minimum(cycle) - n)) {
                    cycle++;
                }
                positions[found++] = (double) (n - cycles.minimum(cycle)) / cycles.length(cycle);
            }
        }
        return found == 0 ? 0 : Median.of(Arrays.copyOf(positions, found));
    }

    /** The largest residual of each search interval; a cycle whose interval lies outside the signal has none. */
    private static int[] instants(Cycles cycles, double[] residual, double position) {
        var instants = new int[cycles.count()];
        int found = 0;
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            int length = cycles.length(cycle);
            int from = cycles.minimum(cycle) + Rounding.toInt((position - SEARCH_SHARE) * length);
            int to = cycles.minimum(cycle) + Rounding.toInt((position + SEARCH_SHARE) * length);
            int first = Math.max(0, from);
            int last = Math.min(residual.length - 1, to);
            int best = first;
            for (int n = first + 1; n <= last; n++) {
                best = residual[n] > residual[best] ? n : best;
            }
            if (first <= last) {
                instants[found++] = best;
            }
        }
        return Arrays.copyOf(instants, found);
    }
}
