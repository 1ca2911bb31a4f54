package org.undertone.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undertone.network.EncoderSettings;
import org.undertone.network.HeadSettings;
import org.undertone.network.Lengths;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Pooling;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;

/** Every gradient on libtorch against central differences, in double precision. */
class GradientCheckTest {

    private static final int STEPS = 9;
    private static final int COLUMNS = 4;
    private static final int EMOTIONS = 6;
    private static final double NUDGE = 1e-5;

    static Stream<Arguments> cases() {
        MaskedSpanSettings all = new MaskedSpanSettings(3, 0.5, -30, MaskedSpanSettings.LossOver.ALL_FRAMES);
        MaskedSpanSettings hidden = new MaskedSpanSettings(3, 0.5, -2, MaskedSpanSettings.LossOver.HIDDEN_FRAMES);
        EncoderSettings one = new EncoderSettings(COLUMNS, 3, 1, false, COLUMNS);
        EncoderSettings two = new EncoderSettings(COLUMNS, 3, 2, true, COLUMNS);
        return Stream.of(
                Arguments.of("span, all frames", new MaskedSpan(all), NetworkSettings.of(one)),
                Arguments.of(
                        "span, hidden frames, two layers both ways", new MaskedSpan(hidden), NetworkSettings.of(two)),
                Arguments.of("last", new IntensityRegression(), NetworkSettings.of(two, head(Pooling.LAST))),
                Arguments.of("mean", new IntensityRegression(), NetworkSettings.of(one, head(Pooling.MEAN))),
                Arguments.of("flatten", new IntensityRegression(), NetworkSettings.of(two, head(Pooling.FLATTEN))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gradientsEqualCentralDifferences(String name, Objective objective, NetworkSettings settings) {
        int[] lengths = {STEPS, 5, 2};
        try (PointerScope scope = new PointerScope();
                Parameters parameters = Parameters.zeros(settings.layout(), Precision.DOUBLE);
                Parameters gradients = Parameters.zeros(settings.layout(), Precision.DOUBLE);
                Network network = Network.create(settings, parameters, RecurrentEngine.LIBTORCH)) {
            SplittableRandom random = new SplittableRandom(3);
            DoublePointer values = parameters.flat().data_ptr_double();
            for (long i = 0; i < settings.layout().size(); i++) {
                values.put(i, random.nextDouble() - 0.5);
            }
            ClipBatch batch = batch(lengths, random);
            double weight = objective.weight(settings, lengths);
            Tensor loss = objective.loss(network, batch, weight);
            assertThat(loss.item_double()).isEqualTo(objective.watch(network, batch, weight));
            network.backward(objective.loss(network, batch, weight), gradients);
            DoublePointer gradient = gradients.flat().data_ptr_double();
            for (long i = 0; i < settings.layout().size(); i++) {
                double value = values.get(i);
                values.put(i, value + NUDGE);
                double above = objective.watch(network, batch, weight);
                values.put(i, value - NUDGE);
                double below = objective.watch(network, batch, weight);
                values.put(i, value);
                double numeric = (above - below) / (2 * NUDGE);
                assertThat(gradient.get(i))
                        .as("gradient of parameter " + i)
                        .isCloseTo(numeric, org.assertj.core.data.Offset.offset(1e-7 + 1e-5 * Math.abs(numeric)));
            }
        }
    }

    private static HeadSettings head(Pooling pooling) {
        return new HeadSettings(EMOTIONS, pooling, STEPS + 2);
    }

    private static ClipBatch batch(int[] lengths, SplittableRandom random) {
        Tensor frames = torch.empty(STEPS, lengths.length, COLUMNS).to(torch.ScalarType.Double);
        fill(frames, random);
        Tensor padded = frames.mul(new Lengths(lengths, STEPS).mask(Precision.DOUBLE));
        Tensor labels = torch.empty(lengths.length, EMOTIONS).to(torch.ScalarType.Double);
        fill(labels, random);
        return new ClipBatch(padded, new Lengths(lengths, STEPS), Optional.of(labels), new long[] {1, 2, 3});
    }

    private static void fill(Tensor tensor, SplittableRandom random) {
        DoublePointer values = tensor.data_ptr_double();
        for (long i = 0; i < tensor.numel(); i++) {
            values.put(i, 2 * random.nextDouble() - 1);
        }
    }
}
