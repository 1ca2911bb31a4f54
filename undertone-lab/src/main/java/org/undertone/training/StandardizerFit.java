package org.undertone.training;

import java.io.IOException;
import org.undertone.corpus.ClipSource;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;

/** Fits the standardizer on whole clips of a corpus, one stretch at a time. */
public final class StandardizerFit {

    private static final int STRETCH_FRAMES = 4096;

    private StandardizerFit() {}

    /**
     * Fits on all frames of these clips.
     *
     * @param clips training clips only; what is evaluated must not leave a trace
     */
    public static Standardizer fit(ClipSource corpus, int[] clips, StandardizerSettings settings) throws IOException {
        Standardizer.Fitter fitter = Standardizer.fitter(corpus.columns(), settings);
        float[] frames = new float[STRETCH_FRAMES * corpus.columns().count()];
        for (int clip : clips) {
            int length = corpus.frames(clip);
            for (int first = 0; first < length; first += STRETCH_FRAMES) {
                int count = Math.min(STRETCH_FRAMES, length - first);
                corpus.read(clip, first, count, frames, 0);
                fitter.add(frames, 0, count);
            }
        }
        return fitter.fit();
    }
}
