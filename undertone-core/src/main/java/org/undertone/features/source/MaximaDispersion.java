package org.undertone.features.source;

import java.util.Objects;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Rounding;

/**
 * The maxima dispersion quotient: how far the maxima of the wavelet bands of the LP residual lie from the closure instant,
 * on average and relative to the period (Kane and Gobl, "Wavelet maxima dispersion for breathy to tense voice
 * discrimination", IEEE TASLP 21(6), 2013). The breathier, the larger. As in COVAREP the wavelets point down at their centre
 * while the residual's peaks at the closures point up, so that even the sharpest closure scores the distance of the
 * wavelets' side lobes, 23 samples on average; 0 is for a sharp peak downward. One instance for each thread.
 */
public final class MaximaDispersion {
    private static final int FIRST_SCALE = 2;
    private static final int LAST_SCALE = 6;
    /** Maxima are sought within this share of a period on both sides of the closure. */
    private static final double REACH_PERIODS = 0.2;

    /** Which of two samples is the larger takes fewer digits than their value. */
    private static final double LEAST_SHARE = 1e-3;

    private final int rate;
    private final GlottalSettings settings;
    private final Wavelets wavelets = new Wavelets(FIRST_SCALE, LAST_SCALE);

    private MaximaDispersion(int rate, GlottalSettings settings) {
        this.rate = rate;
        this.settings = settings;
    }

    /**
     * The measure at a sampling rate.
     *
     * @param rate samples per second
     */
    public static MaximaDispersion create(int rate, GlottalSettings settings) {
        if (rate < 1) {
            throw new IllegalArgumentException("a sampling rate must be at least 1 but is " + rate);
        }
        return new MaximaDispersion(rate, Objects.requireNonNull(settings, "settings"));
    }

    /**
     * One value for each closure instant, 0 to 0.2 or little more.
     *
     * @param residual LP residual, see {@link LpResidual}; with quirks NaN at digital silence, otherwise NaN counts as 0
     * @param instants indices of the closure instants, strictly increasing
     */
    public Track of(double[] residual, int[] instants) {
        return of(residual, instants, new IndexRange(0, instants.length));
    }

    /**
     * The same at some of the instants alone.
     *
     * @param measured which; with quirks all
     */
    public Track of(double[] residual, int[] instants, IndexRange measured) {
        GlottalCycle[] cycles = GlottalCycle.of(instants, residual.length, rate, settings);
        var bands = new Bands(residual, searched(cycles, residual.length, measured));
        var numbers = new double[measured.count()];
        var values = new double[measured.count()];
        int count = 0;
        for (int i = measured.from(); i < measured.end(); i++) {
            int closure = cycles[i].closure();
            int period = cycles[i].periodSamples();
            boolean inside = closure + 1 - period > 0 && closure + 1 + period <= residual.length;
            if (inside || settings.keepsQuirks()) {
                // Quirk of the original: an index that counts from 0 is taken for a sample number.
                numbers[count] = settings.keepsQuirks() ? closure : closure + 1;
                values[count++] = inside ? bands.dispersion(cycles[i]) : 0;
            }
        }
        return Track.of(numbers, values, count);
    }

    /** The samples in which maxima are sought; all with quirks, whose NaN are to be spread. */
    private IndexRange searched(GlottalCycle[] cycles, int length, IndexRange measured) {
        int from = length;
        int end = 0;
        for (int i = measured.from(); i < measured.end(); i++) {
            from = Math.min(from, cycles[i].closure() - reach(cycles[i]));
            end = Math.max(end, cycles[i].closure() + reach(cycles[i]) + 1);
        }
        return settings.keepsQuirks()
                ? new IndexRange(0, length)
                : new IndexRange(Math.max(0, Math.min(from, end)), Math.min(length, end));
    }

    private static int reach(GlottalCycle cycle) {
        return Rounding.toInt(REACH_PERIODS * cycle.periodSamples());
    }

    /** The wavelet bands of a part of a residual. */
    private final class Bands {
        private final double[] residual;
        private final int from;
        private final double[][] bands;
        private final double[] smallest;

        Bands(double[] residual, IndexRange searched) {
            this.residual = residual;
            this.from = searched.from();
            this.bands = wavelets.bands(residual, searched);
            this.smallest = wavelets.smallest(residual);
            if (settings.keepsQuirks()) {
                // Quirk of the original: NaN at digital silence hides the maxima around it.
                wavelets.spreadNaN(residual, bands);
            }
        }

        double dispersion(GlottalCycle cycle) {
            int reach = reach(cycle);
            int first = cycle.closure() - reach;
            int end = cycle.closure() + reach + 1;
            // Quirk of the original: of 2 reach + 1 samples number reach is taken for the middle one.
            int centre = settings.keepsQuirks() ? reach - 1 : reach;
            double sum = 0;
            for (int band = 0; band < bands.length; band++) {
                int at = from + largest(bands[band], first - from, end - from);
                if (Math.abs(bands[band][at - from]) < smallest[band] * LEAST_SHARE) {
                    at = first + largest(exact(band, first, end), 0, end - first);
                }
                sum += Math.abs(at - first - centre);
            }
            return sum / bands.length / cycle.periodSamples();
        }

        /** Samples of a band where the transform left little of them; what was NaN stays so. */
        private double[] exact(int band, int first, int end) {
            double[] values = wavelets.exact(residual, band, first, end);
            for (int n = first; n < end; n++) {
                if (Double.isNaN(bands[band][n - from])) {
                    values[n - first] = Double.NaN;
                }
            }
            return values;
        }
    }

    /** Index of the first largest value, which is passed over if NaN. */
    private static int largest(double[] values, int from, int to) {
        int largest = from;
        for (int n = from + 1; n < to; n++) {
            if (values[n] > values[largest] || Double.isNaN(values[largest]) && !Double.isNaN(values[n])) {
                largest = n;
            }
        }
        return largest;
    }
}
