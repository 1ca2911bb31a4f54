package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;
import static org.undertone.signal.Golden.noise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearPredictionTest {
    @Test
    void agreesWithAGeneralSolverOfTheNormalEquations() {
        double[] signal = Golden.values("signal");
        double[] lags = LinearPrediction.autocorrelation(signal, signal.length, 18);
        assertClose(lags, Golden.values("lp.autocorrelation"), 1e-12);
        double[] a = LinearPrediction.coefficients(signal, signal.length, 18);
        assertClose(a, Golden.values("lp.coefficients"), 1e-12);
        var whitened = new double[signal.length];
        LinearPrediction.whiten(a, signal, whitened, signal.length);
        assertClose(whitened, Golden.values("lp.whitened"), 1e-12);
    }

    @Test
    void findsTheResonanceThatMadeASignal() {
        // The response of 1 / (1 - 1.6 z^-1 + 0.81 z^-2), which has died away within the frame.
        var response = new double[600];
        for (int n = 0; n < response.length; n++) {
            response[n] = n == 0 ? 1 : 1.6 * response[n - 1] - (n == 1 ? 0 : 0.81 * response[n - 2]);
        }
        assertClose(LinearPrediction.coefficients(response, 600, 3), new double[] {1, -1.6, 0.81, 0}, 1e-10);
    }

    @Property(tries = 200)
    void autocorrelationIsTheSumOfProducts(
            @ForAll @IntRange(max = 40) int length, @ForAll @IntRange(max = 45) int lags, @ForAll long seed) {
        double[] frame = noise(50, seed);
        double[] correlation = LinearPrediction.autocorrelation(frame, length, lags);
        assertThat(correlation).hasSize(lags + 1);
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int n = lag; n < length; n++) {
                sum += frame[n] * frame[n - lag];
            }
            assertThat(correlation[lag]).isCloseTo(sum, within(1e-13));
        }
    }

    @Property(tries = 200)
    void whiteningIsTheFilterThatRunsOneSampleAtATime(
            @ForAll @IntRange(max = 30) int length, @ForAll @IntRange(min = 1, max = 12) int order, @ForAll long seed) {
        double[] in = noise(30, seed);
        double[] a = noise(order + 1, seed + 1);
        var out = new double[30];
        out[length == 30 ? 0 : length] = 7;
        LinearPrediction.whiten(a, in, out, length);
        double[] expected = new DigitalFilter(a, new double[] {1}).filter(in);
        for (int n = 0; n < length; n++) {
            assertThat(out[n]).isCloseTo(expected[n], within(1e-13));
        }
        assertThat(length == 30 || out[length] == 7).isTrue();
    }

    @Property(tries = 100)
    void theInverseFilterIsStable(@ForAll @IntRange(min = 1, max = 20) int order, @ForAll long seed) {
        double[] a = LinearPrediction.coefficients(noise(100, seed), 100, order);
        // Minimum phase: the response of 1 / A(z) dies away.
        var impulse = new double[5_000];
        impulse[0] = 1;
        double[] response = new DigitalFilter(new double[] {1}, a).filter(impulse);
        assertThat(response[4_999]).isCloseTo(0, within(1e-3));
    }

    @Test
    void silenceHasNoInverseFilter() {
        assertThat(LinearPrediction.coefficients(new double[100], 100, 4)).containsOnly(Double.NaN);
    }
}
