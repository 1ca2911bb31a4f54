package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.signal.Fourier;

class CosineSeriesTest {
    private static final int BINS = HarmonicAnalysis.BINS;

    @Test
    void analysisAgreesWithTheInverseFourierTransform() {
        double[] bins = new Random(3).doubles(BINS, -9, 2).toArray();
        var cepstrum = new double[4096];
        new Fourier(4096).inverse(bins, new double[BINS], cepstrum);
        var spectrum = FoldedSpectrum.zeros();
        spectrum.load(bins);
        var series = new CosineSeries();
        for (int order : new int[] {1, 2, 3, 4, 5, 16, 31, 78, 255}) {
            var terms = new double[256];
            series.analyse(spectrum, order, terms);
            for (int m = 0; m <= order; m++) {
                assertThat(terms[m]).isCloseTo(m == 0 ? cepstrum[0] : 2 * cepstrum[m], within(1e-12));
            }
            assertThat(series.alternating()).isCloseTo(cepstrum[2048], within(1e-12));
        }
        double meanSquare = 0;
        for (double c : cepstrum) {
            meanSquare += c * c;
        }
        assertThat(spectrum.meanSquare(new double[FoldedSpectrum.WIDTH])).isCloseTo(meanSquare, within(1e-10));
    }

    @Test
    void theSumAgreesWithTheFourierTransform() {
        var series = new CosineSeries();
        for (int order : new int[] {1, 2, 3, 6, 9, 44, 101, 255}) {
            double[] terms = new Random(order).doubles(order + 1, -1, 1).toArray();
            var expected = new double[BINS];
            new Fourier(4096).forward(terms, expected, new double[BINS]);
            var out = FoldedSpectrum.zeros();
            series.sum(terms, order, out);
            var bins = new double[BINS];
            out.store(bins);
            assertThat(bins).containsExactly(expected, within(1e-11));
        }
    }

    @Test
    void spectraRaiseAndCompareBinByBin() {
        double[] low = new Random(1).doubles(BINS).toArray();
        double[] high = new Random(2).doubles(BINS).toArray();
        low[1500] = 7;
        var a = FoldedSpectrum.zeros();
        var b = FoldedSpectrum.zeros();
        a.load(low);
        b.load(high);
        assertThat(a.standsOut(b, 6.99 - high[1500])).isTrue();
        assertThat(a.standsOut(b, 7 - high[1500])).isFalse();
        a.raise(b);
        var raised = new double[BINS];
        a.store(raised);
        for (int bin = 0; bin < BINS; bin++) {
            assertThat(raised[bin]).isEqualTo(Math.max(low[bin], high[bin]));
        }
    }
}
