package org.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.undertone.network.ParameterLayout;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;

/** Adam against libtorch's own and against the algorithm by hand. */
class AdamTest {

    private static final ParameterLayout LAYOUT =
            ParameterLayout.builder().add("w", 5, 3).build();

    @Test
    void followsLibtorchsAdamOverManySteps() {
        SplittableRandom random = new SplittableRandom(8);
        try (PointerScope scope = new PointerScope();
                Parameters ours = Parameters.zeros(LAYOUT, Precision.DOUBLE);
                Parameters gradient = Parameters.zeros(LAYOUT, Precision.DOUBLE);
                Adam adam = new Adam(new AdamSettings(0.01, 0.9, 0.999, 1e-8), LAYOUT, Precision.DOUBLE)) {
            Tensor theirs = ours.flat().clone().requires_grad_(true);
            AdamOptions options = new AdamOptions(0.01);
            var twin = new org.bytedeco.pytorch.Adam(new TensorVector(theirs), options);
            for (int step = 0; step < 200; step++) {
                for (long i = 0; i < LAYOUT.size(); i++) {
                    gradient.flat().data_ptr_double().put(i, random.nextDouble() - 0.3);
                }
                theirs.mutable_grad().put(gradient.flat().clone());
                twin.step();
                adam.step(ours, gradient);
            }
            Tensor difference = ours.flat().sub(theirs.detach()).abs().max();
            assertThat(difference.item_double()).isLessThan(1e-10);
            assertThat(adam.steps()).isEqualTo(200);
            assertThat(torch.isnan(ours.flat()).any().item_bool()).isFalse();
        }
    }

    @Test
    void movesEachValueByTheLearningRateInTheFirstStep() {
        try (Parameters parameters = Parameters.zeros(LAYOUT, Precision.SINGLE);
                Parameters gradient = Parameters.zeros(LAYOUT, Precision.SINGLE);
                Adam adam = new Adam(AdamSettings.DEFAULT, LAYOUT, Precision.SINGLE)) {
            float[] slope = new float[15];
            java.util.Arrays.fill(slope, -4);
            gradient.set(slope);
            adam.step(parameters, gradient);
            for (float value : parameters.values()) {
                assertThat((double) value).isCloseTo(1e-3, Offset.offset(1e-8));
            }
        }
    }

    @Test
    void refusesALearningRateOutsideItsRange() {
        assertThatThrownBy(() -> new AdamSettings(0, 0.9, 0.999, 1e-8))
                .hasMessage("learning rate must lie in (0, 1] but is 0.0");
    }
}
