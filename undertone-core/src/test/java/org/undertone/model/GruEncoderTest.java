package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GruEncoderTest {
    private static final GruEncoderSettings SMALL = new GruEncoderSettings(2, 3, 1, 2);
    private static final float OPEN = 100;

    @Test
    void agreesWithTheEquationsInDouble() {
        Golden golden = Golden.read();
        float[] outputs = golden.model().encoder().encode(golden.frames(), Golden.FRAMES);
        double[] expected = Golden.expected("outputs");
        assertThat(outputs).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) outputs[i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    @Test
    void answersItsBiasWhereAllWeightsAreZero() {
        var encoder = new GruEncoder(SMALL, weights(0, 0, 0, 0));
        EncoderState state = encoder.begin();
        encoder.step(new float[] {5, -7}, 0, state, state);
        assertThat(state.hidden[0]).containsExactly(0, 0, 0);
        assertThat(state.output).containsExactly(0.25f, 0.5f);
    }

    @Test
    void forgetsEverythingWhereTheUpdateGateTakesTheNewValue() {
        var encoder = new GruEncoder(SMALL, weights(0, -OPEN, 0.5f, 0));
        EncoderState state = encoder.begin();
        encoder.step(new float[] {9, 9}, 0, state, state);
        encoder.step(new float[] {0.5f, 0.25f}, 0, state, state);
        for (float unit : state.hidden[0]) {
            assertThat((double) unit).isCloseTo(Math.tanh(0.5 * 0.75), within(1e-7));
        }
    }

    @Test
    void keepsItsStateForEverWhereTheUpdateGateTakesTheOldValue() {
        var encoder = new GruEncoder(SMALL, weights(0, OPEN, 0.5f, 0));
        EncoderState state = encoder.begin();
        Arrays.fill(state.hidden[0], 0.75f);
        for (int step = 0; step < 1_000; step++) {
            encoder.step(new float[] {step, -step}, 0, state, state);
        }
        assertThat(state.hidden[0]).containsExactly(0.75f, 0.75f, 0.75f);
    }

    @Test
    void leavesTheHiddenBiasOfTheNewGateOutWhereTheResetGateIsShut() {
        for (float reset : new float[] {-OPEN, OPEN}) {
            var encoder = new GruEncoder(SMALL, weights(reset, -OPEN, 0.5f, 0.125f));
            EncoderState state = encoder.begin();
            encoder.step(new float[] {1, 1}, 0, state, state);
            double expected = Math.tanh(reset < 0 ? 1 : 1.125);
            assertThat((double) state.hidden[0][0]).isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void changesOnlyTheNextState() {
        Golden golden = Golden.read();
        GruEncoder encoder = golden.model().encoder().encoder();
        EncoderState before = encoder.begin();
        encoder.step(golden.frames(), 0, before, before);
        float[][] kept = {before.hidden[0].clone(), before.hidden[1].clone(), before.output.clone()};
        EncoderState next = encoder.begin();
        encoder.step(golden.frames(), 7, before, next);
        assertThat(before.hidden[0]).isEqualTo(kept[0]);
        assertThat(before.hidden[1]).isEqualTo(kept[1]);
        assertThat(before.output).isEqualTo(kept[2]);
        encoder.step(golden.frames(), 7, before, before);
        assertThat(before.hidden[1]).isEqualTo(next.hidden[1]);
        assertThat(before.output).isEqualTo(next.output);
    }

    @Test
    void staysFiniteOnTheLargestFrames() {
        Golden golden = Golden.read();
        float[] frames = golden.frames().clone();
        for (int i = 0; i < frames.length; i++) {
            frames[i] = i % 2 == 0 ? Float.MAX_VALUE / 1e6f : -Float.MAX_VALUE / 1e6f;
        }
        for (float output : golden.model().encoder().encode(frames, Golden.FRAMES)) {
            assertThat(output).isFinite();
        }
    }

    @Test
    void findsItsTensorsByTheirNames() {
        GruEncoderWeights weights = Golden.read().model().encoder().weights();
        var tensors = weights.tensors();
        assertThat(tensors)
                .containsOnlyKeys(GruEncoderWeights.shapes(new GruEncoderSettings(7, 19, 2, 6))
                        .keySet());
        assertThat(GruEncoderWeights.of(new GruEncoderSettings(7, 19, 2, 6), tensors::get))
                .isEqualTo(weights);
    }

    @Test
    void rejectsWeightsOfAnotherArchitecture() {
        GruEncoderWeights small = weights(0, 0, 0, 0);
        assertThatThrownBy(() -> new GruEncoder(new GruEncoderSettings(3, 3, 1, 2), small))
                .hasMessage("encoder layer 0 input weights must hold 27 values but holds 18");
        assertThatThrownBy(() -> new GruEncoder(new GruEncoderSettings(2, 3, 2, 2), small))
                .hasMessage("encoder must have 2 layers of weights but has 1");
    }

    @Test
    void rejectsWeightsThatAreNotFinite() {
        assertThatThrownBy(() -> new GruEncoder(SMALL, weights(0, 0, Float.NaN, 0)))
                .hasMessageContaining("encoder layer 0 input weights must be finite but hold NaN at index 12");
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertThatThrownBy(() -> new GruEncoderSettings(0, 1, 1, 1))
                .hasMessageContaining("inputs must lie in [1, 65536]");
        assertThatThrownBy(() -> new GruEncoderSettings(1, 8_193, 1, 1)).hasMessageContaining("but is 8193");
        assertThatThrownBy(() -> new GruEncoderSettings(1, 1, -1, 1)).hasMessageContaining("layers");
        assertThatThrownBy(() -> new GruEncoderSettings(1, 1, 1, 0)).hasMessageContaining("outputs");
    }

    /** Two inputs, three units; gates are driven by their biases alone, the new value by the sum of the inputs. */
    private static GruEncoderWeights weights(float resetBias, float updateBias, float newInput, float newHiddenBias) {
        float[] input = new float[9 * 2];
        Arrays.fill(input, 6 * 2, 9 * 2, newInput);
        float[] inputBias = new float[9];
        Arrays.fill(inputBias, 0, 3, resetBias);
        Arrays.fill(inputBias, 3, 6, updateBias);
        float[] hiddenBias = new float[9];
        Arrays.fill(hiddenBias, 6, 9, newHiddenBias);
        var output = new DenseWeights(new float[6], new float[] {0.25f, 0.5f});
        return new GruEncoderWeights(List.of(new GruWeights(input, new float[27], inputBias, hiddenBias)), output);
    }
}
