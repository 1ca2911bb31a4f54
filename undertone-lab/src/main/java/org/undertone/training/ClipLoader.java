package org.undertone.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.undertone.corpus.ClipSource;
import org.undertone.corpus.ClipWindow;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Seed;
import org.undertone.features.Standardizer;
import org.undertone.network.Lengths;
import org.undertone.objective.ClipBatch;

/** Reads clips, cuts and standardises them and lays them side by side in tensors. Immutable; safe for many threads. */
public final class ClipLoader {

    private static final int EMOTIONS = Emotion.values().length;

    private final ClipSource corpus;
    private final Standardizer standardizer;
    private final ClipWindow window;

    /** A loader for clips of a corpus. */
    public ClipLoader(ClipSource corpus, Standardizer standardizer, ClipWindow window) {
        if (!corpus.columns().equals(standardizer.columns())) {
            throw new IllegalArgumentException("the corpus has the columns "
                    + corpus.columns().names() + " but the standardizer was fitted on "
                    + standardizer.columns().names());
        }
        this.corpus = corpus;
        this.standardizer = standardizer;
        this.window = window;
    }

    /** The same loader with another cut. */
    public ClipLoader with(ClipWindow other) {
        return new ClipLoader(corpus, standardizer, other);
    }

    /** How clips are cut. */
    public ClipWindow window() {
        return window;
    }

    /** Steps of each clip behind the cut. */
    public int[] steps(int[] clips) {
        int[] steps = new int[clips.length];
        for (int i = 0; i < clips.length; i++) {
            steps[i] = window.steps(corpus.frames(clips[i]));
        }
        return steps;
    }

    /**
     * Loads a batch, padded to its longest clip. Call inside a pointer scope.
     *
     * @param seeds one for each clip; random cuts and the objective's choices derive from it
     * @param labels whether intensities are wanted; all clips must then be labelled
     */
    public ClipBatch load(int[] clips, long[] seeds, boolean labels) {
        int[] lengths = steps(clips);
        int steps = 1;
        for (int length : lengths) {
            steps = Math.max(steps, length);
        }
        return load(clips, seeds, labels, steps);
    }

    /** Loads a batch, padded to so many steps. */
    ClipBatch load(int[] clips, long[] seeds, boolean labels, int steps) {
        int columns = corpus.columns().count();
        int[] lengths = steps(clips);
        float[] batch = new float[steps * clips.length * columns];
        float[] frames = new float[steps * columns];
        for (int i = 0; i < clips.length; i++) {
            int first = window.first(corpus.frames(clips[i]), Seed.derive(seeds[i], "cut"));
            read(clips[i], first, lengths[i], frames);
            for (int step = 0; step < lengths[i]; step++) {
                System.arraycopy(frames, step * columns, batch, (step * clips.length + i) * columns, columns);
            }
        }
        Tensor x = torch.empty(steps, clips.length, columns);
        x.data_ptr_float().put(batch);
        return new ClipBatch(
                x, new Lengths(lengths, steps), labels ? Optional.of(labels(clips)) : Optional.empty(), seeds);
    }

    private Tensor labels(int[] clips) {
        double[][] intensities = corpus.intensities(clips);
        float[] values = new float[clips.length * EMOTIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) intensities[i / EMOTIONS][i % EMOTIONS];
        }
        Tensor tensor = torch.empty(clips.length, EMOTIONS);
        tensor.data_ptr_float().put(values);
        return tensor;
    }

    private void read(int clip, int first, int count, float[] frames) {
        try {
            corpus.read(clip, first, count, frames, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        standardizer.apply(frames, 0, count);
    }
}
