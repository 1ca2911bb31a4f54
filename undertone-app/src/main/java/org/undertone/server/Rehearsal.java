package org.undertone.server;

import java.io.IOException;
import org.undertone.model.EmotionModel;
import org.undertone.model.EmotionScore;

/** A prediction of a short tone, before anybody else asks for one: a model that cannot give it is not served. */
final class Rehearsal {
    private static final int RATE = 16_000;
    private static final double SECONDS = 0.3;
    private static final double HERTZ = 120;

    private Rehearsal() {}

    static void of(EmotionModel model) throws IOException {
        var samples = new double[(int) (SECONDS * RATE)];
        for (int n = 0; n < samples.length; n++) {
            // A buzz: a few harmonics of equal strength.
            for (int harmonic = 1; harmonic <= 8; harmonic++) {
                samples[n] += 0.05 * Math.cos(2 * Math.PI * harmonic * HERTZ * n / RATE);
            }
        }
        for (EmotionScore score : model.predict(samples, RATE).scores()) {
            if (!Double.isFinite(score.intensity())) {
                throw new IOException("the model gives " + score.intensity() + " for " + score.emotion()
                        + " of a test tone, which is no score");
            }
        }
    }
}
