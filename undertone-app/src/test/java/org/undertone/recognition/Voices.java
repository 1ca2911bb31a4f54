package org.undertone.recognition;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.RawSound;
import org.undertone.model.EmotionModel;
import org.undertone.model.ModelDescription;
import org.undertone.model.Readout;
import org.undertone.recogniser.RandomModel;

/** Sounds of a few tenths of a second, and models that take them or only a part. */
final class Voices {
    static final int RATE = 16_000;

    private Voices() {}

    /** A hum whose pitch depends on its number. */
    static double[] hum(int number, double seconds) {
        var samples = new double[(int) Math.round(RATE * seconds)];
        for (int n = 0; n < samples.length; n++) {
            double phase = 2 * Math.PI * (100 + 10 * number) * n / RATE;
            // Rounded to what 32 bits hold, so that it comes out of a pipe as it went in.
            samples[n] = (float) (0.2 * Math.sin(phase) + 0.1 * Math.sin(2 * phase) + 0.05 * Math.sin(5 * phase + 1));
        }
        return samples;
    }

    static byte[] bytes(double[] samples) {
        var bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            bytes.putFloat((float) sample);
        }
        return bytes.array();
    }

    /** A recording that can be read again and again. */
    static Recording recording(String name, double[] samples) {
        return new Recording(name, passing(name, samples).opener(), true);
    }

    /** One that passes once. */
    static Recording passing(String name, double[] samples) {
        return Recording.passing(
                name, () -> RawSound.open(name, new ByteArrayInputStream(bytes(samples)), RawEncoding.F32LE, RATE));
    }

    static EmotionModel model(int maximumSteps, Readout.Cut cut) {
        EmotionModel random = RandomModel.of(5);
        ModelDescription description = random.description();
        return new EmotionModel(
                random.encoder(),
                random.head(),
                new ModelDescription(
                        description.emotions(),
                        description.presenceThresholds(),
                        description.uncertainties(),
                        Optional.empty(),
                        new Readout(Readout.Pooling.MEAN, maximumSteps, cut),
                        description.provenance(),
                        description.evaluation()));
    }
}
