package org.undertone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.Frication;
import org.undertone.audio.GlottalState;
import org.undertone.audio.PcmDecoder;
import org.undertone.audio.Resampler;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;

/** The speech that {@link FeatureTable} is measured on, at 16 kHz. */
final class FeatureSpeech {
    /** An hour at 16 kHz. */
    private static final int MOST_SAMPLES = 3600 * 16_000;

    static final int RATE = 16_000;

    /** A healthy voice in a quiet room. */
    private static final VoiceSettings VOICE = new VoiceSettings(RATE, 0.005, 0.03, 1e-4);

    private static final double[] FUNDAMENTALS = {110, 200};
    private static final double SECONDS = 22;
    /** Four fifths vowel, then a fricative and a pause. */
    private static final double WORD_SECONDS = 1.5;

    private FeatureSpeech() {}

    /** A low and a high synthetic voice, more than one stretch of the default settings each. */
    static List<double[]> synthetic() {
        List<double[]> signals = new ArrayList<>();
        for (double f0 : FUNDAMENTALS) {
            signals.add(SyntheticVoice.create(VOICE).speak(words(f0), 1).samples());
        }
        return signals;
    }

    private static List<VoiceState> words(double f0) {
        List<VoiceState> states = new ArrayList<>();
        Vowel[] vowels = Vowel.values();
        for (double t = 0; t < SECONDS; t += VoiceState.HOP_SECONDS) {
            double within = t / WORD_SECONDS - Math.floor(t / WORD_SECONDS);
            int word = (int) (t / WORD_SECONDS);
            var glottis = new GlottalState(
                    f0 * (1 + 0.2 * Math.sin(2 * Math.PI * t / 1.3)),
                    1.2 + 0.6 * Math.sin(t),
                    within < 0.8 ? 0.5 : 0,
                    0.003,
                    0);
            var from = vowels[word % vowels.length].tract();
            var to = vowels[(word + 4) % vowels.length].tract();
            boolean fricative = within >= 0.8 && within < 0.9;
            states.add(new VoiceState(
                    glottis, from.towards(to, within), fricative ? new Frication(0.02, 4000, 1500) : Frication.NONE));
        }
        return states;
    }

    /** The WAV files of a directory by name. */
    static List<double[]> of(Path directory) throws IOException {
        List<Path> paths;
        try (var files = Files.list(directory)) {
            paths = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
        if (paths.isEmpty()) {
            throw new IOException(directory + ": no .wav file; name a directory that has some");
        }
        List<double[]> signals = new ArrayList<>();
        for (Path path : paths) {
            signals.add(read(path));
        }
        return signals;
    }

    private static double[] read(Path path) throws IOException {
        try (AudioStream stream =
                Resampler.resample(PcmDecoder.create().open(AudioInput.of(path), AudioSettings.DEFAULT), RATE)) {
            return stream.readAll(MOST_SAMPLES);
        }
    }
}
