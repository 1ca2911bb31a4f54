package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.GlottalState;
import org.undertone.audio.Mutation;
import org.undertone.audio.PcmDecoder;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.audio.WavFile;

/** Whatever happens to the bytes of a recording: frames of numbers, or one clear error. */
class MutatedSpeechTest {
    private static final int MUTATIONS = Integer.getInteger("undertone.fuzz.mutations", 60);

    @Test
    void mutatedSpeechGivesFiniteFramesOrOneClearError(@TempDir Path directory) throws IOException {
        var states = VoiceState.steady(GlottalState.modal(140, 1), Vowel.HUD.tract(), 0.12);
        double[] samples = SyntheticVoice.create(new VoiceSettings(16_000, 0.01, 0.03, 1e-3))
                .speak(states, 3)
                .samples();
        Path file = directory.resolve("voice.wav");
        WavFile.write(file, samples, 16_000);
        byte[] original = Files.readAllBytes(file);
        var extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT);
        var random = new SplittableRandom(29);
        int extracted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = Mutation.of(original, random);
            try (AudioStream audio = PcmDecoder.create().open(AudioInput.of("clip", mutant), AudioSettings.DEFAULT)) {
                for (double value : extractor.extract(audio).values()) {
                    assertThat(value).isFinite();
                }
                extracted++;
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(extracted).isBetween(1, MUTATIONS - 1);
    }
}
