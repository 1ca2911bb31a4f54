package org.undertone.server;

import java.util.Arrays;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;

/** The frames of a recording, as far as the model looks at them, in half the memory of {@link Frames}. */
final class ClipFrames {
    private static final int WIDTH = FrameColumns.COVAREP.count();

    private final EmotionModel model;
    private final Readout readout;
    private float[] values = new float[WIDTH * 512];
    private int kept;
    private int count;

    ClipFrames(EmotionModel model) {
        this.model = model;
        this.readout = model.description().readout();
    }

    void add(Frames frames) {
        count += frames.count();
        boolean enough = readout.cut() == Readout.Cut.START && kept >= readout.maximumSteps();
        if (enough) {
            return;
        }
        float[] more = frames.toFloats();
        int used = kept * WIDTH;
        if (used + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(used + more.length, 2 * values.length));
        }
        System.arraycopy(more, 0, values, used, more.length);
        kept += frames.count();
    }

    int count() {
        return count;
    }

    /** What the model says of the recording, or of the part of it that it takes. */
    Prediction predict() {
        int first = readout.first(count);
        int steps = readout.steps(count);
        var part = new double[steps * WIDTH];
        for (int i = 0; i < part.length; i++) {
            part[i] = values[first * WIDTH + i];
        }
        Prediction prediction = model.predict(new Frames(FrameColumns.COVAREP, part));
        return new Prediction(first * Frames.HOP_SECONDS, (first + steps) * Frames.HOP_SECONDS, prediction.scores());
    }
}
