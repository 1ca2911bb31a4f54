package org.undertone.bench.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.audio.Frication;
import org.undertone.audio.GlottalState;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.bench.InferenceModel;

/** What is said in the benchmarks of the server, and the model of the paper's size that hears it: {@code Voices MODEL}. */
public final class Voices {
    private static final double SECONDS = 30;
    /** Four fifths vowel, then a fricative and a pause. */
    private static final double WORD_SECONDS = 1.5;

    private Voices() {}

    /** Writes the model, where there is none. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        if (!Files.exists(directory.resolve("model.json"))) {
            try (var made = new InferenceModel()) {
                made.model().write(directory);
            }
        }
    }

    /** Half a minute at 16 kHz. */
    static double[] speech() {
        List<VoiceState> states = new ArrayList<>();
        Vowel[] vowels = Vowel.values();
        for (double t = 0; t < SECONDS; t += VoiceState.HOP_SECONDS) {
            double within = t / WORD_SECONDS - Math.floor(t / WORD_SECONDS);
            int word = (int) (t / WORD_SECONDS);
            double f0 = 140 * (1 + 0.2 * Math.sin(2 * Math.PI * t / 1.3));
            var glottis = new GlottalState(f0, 1.2 + 0.6 * Math.sin(t), within < 0.8 ? 0.5 : 0, 0.003, 0);
            var tract =
                    vowels[word % vowels.length].tract().towards(vowels[(word + 4) % vowels.length].tract(), within);
            boolean fricative = within >= 0.8 && within < 0.9;
            states.add(new VoiceState(glottis, tract, fricative ? new Frication(0.02, 4000, 1500) : Frication.NONE));
        }
        return SyntheticVoice.create(new VoiceSettings(16_000, 0.005, 0.03, 1e-4))
                .speak(states, 1)
                .samples();
    }
}
