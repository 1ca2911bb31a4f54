package org.undertone.features.harmonic;

import java.util.Objects;
import org.undertone.signal.Rounding;

/**
 * How {@link HarmonicFeatures} are computed and brought to the 10 ms frames.
 *
 * @param analysis of the harmonics
 * @param rd of the voice source
 * @param hmpd of the phases
 * @param timesCountFromOne whether the instants given are sample numbers over the rate, so that the first sample is one
 *     sample after 0; the analysis then looks one sample late
 * @param stretchesMelCepstrum whether the mel-cepstra are spread evenly from the first sample to the last instead of lying
 *     at their instants
 * @param holdsEnds whether frames before the first or after the last instant have its values, otherwise 0
 */
public record HarmonicFeatureSettings(
        HarmonicSettings analysis,
        RdSettings rd,
        HmpdSettings hmpd,
        boolean timesCountFromOne,
        boolean stretchesMelCepstrum,
        boolean holdsEnds) {
    /** Every frame at its true time, everywhere defined. */
    public static final HarmonicFeatureSettings DEFAULT = new HarmonicFeatureSettings(
            HarmonicSettings.DEFAULT, RdSettings.DEFAULT, HmpdSettings.DEFAULT, false, false, true);

    public HarmonicFeatureSettings {
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(rd, "rd");
        Objects.requireNonNull(hmpd, "hmpd");
    }

    /**
     * What COVAREP 1.4.2 does.
     *
     * @param seed of the random phases above the last harmonic
     */
    public static HarmonicFeatureSettings covarep142(long seed) {
        return new HarmonicFeatureSettings(
                HarmonicSettings.COVAREP_1_4_2,
                RdSettings.COVAREP_1_4_2,
                HmpdSettings.covarep142(seed),
                true,
                true,
                false);
    }

    /** Sample numbers, counted from 1, of instants in seconds. */
    double[] numbers(double[] seconds, int rate) {
        var numbers = new double[seconds.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Rounding.halfAway(seconds[i] * rate) + (timesCountFromOne ? 0 : 1);
        }
        return numbers;
    }
}
