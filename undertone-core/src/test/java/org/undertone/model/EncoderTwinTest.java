package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast encoder beside the equations, written down as they stand, in double precision and frame by frame. */
class EncoderTwinTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void agreesWithTheEquations(
            @ForAll @IntRange(min = 1, max = 9) int inputs,
            @ForAll @IntRange(min = 1, max = 20) int hidden,
            @ForAll @IntRange(min = 1, max = 3) int layers,
            @ForAll @IntRange(min = 1, max = 40) int steps) {
        var settings = new GruEncoderSettings(inputs, hidden, layers, 3);
        assertAgreement(settings, steps, 100L * inputs + hidden, 1);
    }

    @Test
    void agreesWithTheEquationsAtFullSizeForALongClip() {
        // Weights as training leaves them: of the order of one over the square root of the inputs.
        assertAgreement(GruEncoderSettings.PAPER, 400, 5, 0.1f);
    }

    private static void assertAgreement(GruEncoderSettings settings, int steps, long seed, float scale) {
        var random = new Random(seed);
        GruEncoderWeights weights = MadeUpModel.weights(settings, random);
        weights.tensors().values().forEach(values -> {
            for (int i = 0; i < values.length; i++) {
                values[i] *= scale;
            }
        });
        float[] frames = MadeUpModel.values(random, steps * settings.inputs());
        var encoder = new GruEncoder(settings, weights);
        EncoderState state = encoder.begin();
        double[][] twin = new double[settings.layers()][settings.hidden()];
        for (int step = 0; step < steps; step++) {
            encoder.step(frames, step * settings.inputs(), state, state);
            double[] expected = twinStep(settings, weights, frames, step, twin);
            for (int output = 0; output < expected.length; output++) {
                assertThat((double) state.output[output]).isCloseTo(expected[output], within(1e-5));
            }
        }
    }

    private static double[] twinStep(
            GruEncoderSettings settings, GruEncoderWeights weights, float[] frames, int step, double[][] units) {
        double[] x = new double[settings.inputs()];
        Arrays.setAll(x, i -> frames[step * settings.inputs() + i]);
        for (int layer = 0; layer < settings.layers(); layer++) {
            units[layer] = twinLayer(weights.layers().get(layer), x, units[layer]);
            x = units[layer];
        }
        return twinProduct(weights.output().weights(), weights.output().bias(), x);
    }

    private static double[] twinLayer(GruWeights weights, double[] x, double[] h) {
        double[] a = twinProduct(weights.input(), weights.inputBias(), x);
        double[] b = twinProduct(weights.hidden(), weights.hiddenBias(), h);
        double[] next = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            double r = 1 / (1 + Math.exp(-(a[i] + b[i])));
            double z = 1 / (1 + Math.exp(-(a[h.length + i] + b[h.length + i])));
            double n = Math.tanh(a[2 * h.length + i] + r * b[2 * h.length + i]);
            next[i] = (1 - z) * n + z * h[i];
        }
        return next;
    }

    private static double[] twinProduct(float[] matrix, float[] bias, double[] x) {
        double[] y = new double[bias.length];
        for (int row = 0; row < y.length; row++) {
            y[row] = bias[row];
            for (int column = 0; column < x.length; column++) {
                y[row] += matrix[row * x.length + column] * x[column];
            }
        }
        return y;
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void givesTheSameBitsForAnyPiecesAndAnyCompany(
            @ForAll @IntRange(min = 1, max = 30) int piece,
            @ForAll @IntRange(min = 1, max = 7) int company,
            @ForAll Readout.Pooling pooling) {
        EmotionModel model = MadeUpModel.small()
                .withColumns(List.of("F0", "VUV", "NAQ", "QOQ", "H1H2"))
                .withReadout(pooling, 100, Readout.Cut.START)
                .make(piece);
        var random = new Random(company);
        float[] frames = MadeUpModel.values(random, 53 * 5);
        ModelState expected = model.begin();
        for (int frame = 0; frame < 53; frame++) {
            model.step(frames, frame * 5, expected, expected);
        }
        var states = new ArrayList<ModelState>();
        for (int state = 0; state < company; state++) {
            states.add(model.begin());
        }
        FrameBlock block = model.block(company);
        for (int at = 0; at < 53; at += piece) {
            block.advance(frames, at, Math.min(piece, 53 - at), states);
        }
        double[] scores = new double[2];
        model.scores(expected, scores);
        for (ModelState state : states) {
            double[] other = new double[2];
            model.scores(state, other);
            assertThat(other).isEqualTo(scores);
            assertThat(state.encoder.hidden).isDeepEqualTo(expected.encoder.hidden);
            assertThat(state.steps()).isEqualTo(53);
        }
        assertThat(model.predict(frames, 53)).isEqualTo(scores);
    }
}
