package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a file: samples, or one clear error. {@code bench/fuzz-audio} is the long form. */
class PcmFuzzTest {
    private static final int MUTATIONS = Integer.getInteger("undertone.fuzz.mutations", 100);

    @ParameterizedTest
    @ValueSource(
            strings = {"s16.wav", "s24.wav", "f32.wav", "long.rf64.wav", "s16.aiff", "f32.aiff", "s16.au", "mulaw.au"})
    void mutatedFilesGiveAResultOrOneClearError(String name) {
        byte[] original = KnownSignal.file(name);
        var random = new SplittableRandom(name.hashCode());
        int errors = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = Mutation.of(original, random);
            try {
                double[] samples = PcmDecoderTest.decode(mutant, AudioSettings.DEFAULT);
                assertThat(samples.length).isBetween(1, mutant.length);
                for (double sample : samples) {
                    assertThat(sample).isFinite();
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith("clip: ").doesNotContain("\n");
                errors++;
            }
        }
        assertThat(errors).isBetween(1, MUTATIONS - 1);
    }
}
