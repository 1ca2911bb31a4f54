package org.undertone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** oneDNN's recurrent layers against libtorch's own, forward and every gradient. */
class RecurrentTwinTest {

    private static final double RELATIVE = 1e-4;
    private static final double ABSOLUTE = 1e-6;

    @ParameterizedTest(name = "{0} layers, bidirectional {1}, {2} clips, up to {3} steps, {4} -> {5}")
    @CsvSource({
        "1, false, 1, 1, 5, 7",
        "1, false, 3, 2, 74, 16",
        "1, true, 5, 24, 9, 8",
        "1, false, 7, 25, 9, 8",
        "1, false, 2, 26, 9, 8",
        "2, false, 13, 51, 74, 32",
        "2, true, 9, 77, 11, 24",
        "1, true, 3, 300, 74, 64",
        "2, false, 1, 700, 20, 48",
        "2, true, 5, 699, 6, 16",
        "2, false, 16, 300, 74, 256",
        "3, true, 4, 60, 12, 10",
    })
    void agreesWithLibtorchForwardAndInEveryGradient(
            int layers, boolean bidirectional, int clips, int steps, int columns, int hidden) {
        compare(new EncoderSettings(columns, hidden, layers, bidirectional, 4), clips, steps, 11);
    }

    @Test
    void agreesForManyRandomShapesThatReuseOneNetwork() {
        EncoderSettings settings = new EncoderSettings(6, 9, 2, true, 3);
        SplittableRandom random = new SplittableRandom(5);
        try (Case one = new Case(settings, 3)) {
            for (int round = 0; round < 40; round++) {
                one.compare(1 + random.nextInt(6), 1 + random.nextInt(120), round);
            }
        }
    }

    private static void compare(EncoderSettings settings, int clips, int steps, long seed) {
        try (Case one = new Case(settings, seed)) {
            one.compare(clips, steps, seed);
        }
    }

    /** One set of weights, seen by both engines. */
    private static final class Case implements AutoCloseable {
        private final Parameters parameters;
        private final Parameters ours;
        private final Parameters theirs;
        private final OneDnnStack fast;
        private final LibtorchStack slow;
        private final EncoderSettings settings;

        Case(EncoderSettings settings, long seed) {
            this.settings = settings;
            ParameterLayout layout = NetworkSettings.of(settings).layout();
            parameters = Parameters.zeros(layout, Precision.SINGLE);
            ours = Parameters.zeros(layout, Precision.SINGLE);
            theirs = Parameters.zeros(layout, Precision.SINGLE);
            parameters.set(TestTensors.random(Math.toIntExact(layout.size()), 0.2, seed));
            fast = new OneDnnStack(settings, parameters);
            slow = new LibtorchStack(settings, parameters);
        }

        void compare(int clips, int steps, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] real = IntStream.range(0, clips)
                    .map(clip -> clip == 0 ? steps : 1 + random.nextInt(steps))
                    .toArray();
            try (PointerScope scope = new PointerScope()) {
                Lengths lengths = new Lengths(real, steps);
                Tensor mask = lengths.mask(Precision.SINGLE);
                Tensor x = TestTensors.of(
                        TestTensors.random(steps * clips * settings.columns(), 1, seed + 1),
                        steps,
                        clips,
                        settings.columns());
                Tensor gradient = TestTensors.of(
                                TestTensors.random(steps * clips * settings.recurrentWidth(), 1, seed + 2),
                                steps,
                                clips,
                                settings.recurrentWidth())
                        .mul(mask);
                Tensor a = fast.forward(x, lengths, true).mul(mask);
                Tensor b = slow.forward(x, lengths, true).mul(mask);
                assertClose(
                        "output for lengths " + Arrays.toString(real), TestTensors.values(a), TestTensors.values(b));
                ours.flat().zero_();
                theirs.flat().zero_();
                fast.backward(gradient, ours);
                slow.backward(gradient, theirs);
            }
            for (String name : parameters.layout().names()) {
                assertClose(name, ours.values(name), theirs.values(name));
            }
        }

        @Override
        public void close() {
            fast.close();
            slow.close();
            parameters.close();
            ours.close();
            theirs.close();
        }
    }

    private static void assertClose(String what, float[] a, float[] b) {
        assertThat(a).hasSameSizeAs(b);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        assertThat(difference).as(what).isLessThanOrEqualTo(RELATIVE * largest + ABSOLUTE);
    }
}
