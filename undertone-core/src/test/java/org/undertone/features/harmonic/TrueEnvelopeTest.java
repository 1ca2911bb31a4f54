package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrueEnvelopeTest {
    private static final double TWO_DECIBELS = Math.log(Math.pow(10, 0.1));

    @Test
    void itsMelCepstrumAgreesWithNumpy() {
        for (double[] row : Golden.rows("mcep.csv")) {
            int rate = (int) row[0];
            var envelope = new double[HarmonicAnalysis.BINS];
            TrueEnvelope.create()
                    .envelope(Golden.logSpectrum(rate, row[1]), TrueEnvelope.order(rate, row[1]), envelope);
            double[] cepstrum =
                    MelCepstrum.create(rate, HarmonicAnalysis.BINS, 25).ofLogarithms(envelope);
            assertThat(cepstrum).containsExactly(Arrays.copyOfRange(row, 2, 27), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, 140, 230, 410})
    void itPassesThroughThePeaksOfHarmonics(double f0) {
        double[] spectrum = Golden.logSpectrum(16000, f0);
        var envelope = new double[spectrum.length];
        TrueEnvelope.create().envelope(spectrum, TrueEnvelope.order(16000, f0), envelope);
        double step = 4096 * f0 / 16000;
        // Away from both ends, where the spectrum is smoothed first.
        for (int k = 3; k * step < 1900; k++) {
            int bin = (int) Math.round(k * step);
            assertThat(envelope[bin] - spectrum[bin]).isBetween(-TWO_DECIBELS - 1e-9, 2.5 * TWO_DECIBELS);
        }
    }

    @Test
    void tabulatedCosinesAndFourierTransformsGiveTheSameEnvelope() {
        for (int order : new int[] {1, 2, 7, 30, 61, 128, 255}) {
            var estimator = TrueEnvelope.create();
            double[] spectrum = Golden.logSpectrum(16000, 110);
            double[] fast = estimator.iterated(spectrum, order, false);
            double[] slow = estimator.iterated(spectrum, order, true);
            for (int bin = 0; bin < fast.length; bin++) {
                assertThat(fast[bin]).isCloseTo(slow[bin], within(1e-9));
            }
        }
    }

    @Test
    void aFlatSpectrumIsItsOwnEnvelope() {
        for (double level : new double[] {-20, 0, 3}) {
            var spectrum = new double[HarmonicAnalysis.BINS];
            Arrays.fill(spectrum, level);
            var envelope = new double[spectrum.length];
            TrueEnvelope.create().envelope(spectrum, 50, envelope);
            assertThat(envelope).containsOnly(spectrum, within(1e-12));
        }
    }

    @Test
    void aBinOfZeroLeavesTheEnvelopeUndefined() {
        double[] spectrum = Golden.logSpectrum(16000, 110);
        spectrum[77] = Double.NEGATIVE_INFINITY;
        var envelope = new double[spectrum.length];
        TrueEnvelope.create().envelope(spectrum, 50, envelope);
        assertThat(envelope).containsOnly(Double.NaN);
    }

    @Test
    void theOrderIsHalfThePeriodInSamples() {
        assertThat(TrueEnvelope.order(16000, 100)).isEqualTo(80);
        assertThat(TrueEnvelope.order(16000, 1e9)).isEqualTo(1);
        assertThat(TrueEnvelope.order(16000, 1)).isEqualTo(2047);
    }
}
