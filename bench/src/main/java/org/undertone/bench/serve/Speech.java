package org.undertone.bench.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

/** What is sent: speech of one channel at 16 kHz, of 16 bits. */
final class Speech {
    static final int RATE = 16_000;
    static final int SAMPLE_BYTES = 2;
    private static final int MOST_SAMPLES = 3600 * RATE;
    private static final VoiceSettings VOICE = new VoiceSettings(RATE, 0.005, 0.03, 1e-4);
    private static final double SYNTHETIC_SECONDS = 30;
    /** Three quarters vowel, then a pause. */
    private static final double WORD_SECONDS = 1.2;

    private final double[] samples;

    private Speech(double[] samples) {
        this.samples = samples;
    }

    /** A WAV file, or a synthetic voice where none is named. */
    static Speech of(List<String> wav) throws IOException {
        return wav.isEmpty() ? synthetic() : read(Path.of(wav.get(0)));
    }

    private static Speech read(Path wav) throws IOException {
        try (AudioStream stream =
                Resampler.resample(PcmDecoder.create().open(AudioInput.of(wav), AudioSettings.DEFAULT), RATE)) {
            return new Speech(stream.readAll(MOST_SAMPLES));
        }
    }

    static Speech synthetic() {
        List<VoiceState> states = new ArrayList<>();
        Vowel[] vowels = Vowel.values();
        for (double t = 0; t < SYNTHETIC_SECONDS; t += VoiceState.HOP_SECONDS) {
            int word = (int) (t / WORD_SECONDS);
            double within = t / WORD_SECONDS - word;
            double strength = within < 0.75 ? 0.5 : 0;
            var glottis = new GlottalState(
                    140 * (1 + 0.2 * Math.sin(2 * Math.PI * t / 1.3)), 1.2 + 0.6 * Math.sin(t), strength, 0.003, 0);
            var from = vowels[word % vowels.length].tract();
            var to = vowels[(word + 4) % vowels.length].tract();
            states.add(new VoiceState(glottis, from.towards(to, within), Frication.NONE));
        }
        return new Speech(SyntheticVoice.create(VOICE).speak(states, 1).samples());
    }

    /** Samples from the beginning on, over and over. */
    double[] samples(double seconds) {
        var looped = new double[(int) Math.round(seconds * RATE)];
        for (int n = 0; n < looped.length; n++) {
            looped[n] = samples[n % samples.length];
        }
        return looped;
    }

    /** The same as little-endian PCM. */
    byte[] pcm(double seconds) {
        double[] looped = samples(seconds);
        var bytes = ByteBuffer.allocate(SAMPLE_BYTES * looped.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : looped) {
            bytes.putShort((short) Math.rint(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE));
        }
        return bytes.array();
    }

    /** The same as a WAV file. */
    byte[] wav(double seconds) {
        byte[] pcm = pcm(seconds);
        var wav = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + pcm.length).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(SAMPLE_BYTES * RATE);
        wav.putShort((short) SAMPLE_BYTES).putShort((short) (8 * SAMPLE_BYTES));
        return wav.put(ascii("data")).putInt(pcm.length).put(pcm).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
