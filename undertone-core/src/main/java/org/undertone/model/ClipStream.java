package org.undertone.model;

import java.util.Arrays;
import org.undertone.features.Frames;

/**
 * What a model says of a clip whose frames arrive piece by piece, before anybody knows how many there will be: of a recording
 * longer than the model takes, those that are kept whatever follows, at most half of it. Not for use by several threads.
 */
public final class ClipStream {
    private final EmotionModel model;
    private final Readout readout;
    private final int width;
    private ColumnSelection columns;
    private float[] values = new float[0];
    /** Number of the first frame in {@link #values}. */
    private int first;

    private int kept;
    private int count;
    private boolean finished;

    ClipStream(EmotionModel model) {
        this.model = model;
        this.readout = model.description().readout();
        this.width = model.columns().count();
    }

    /**
     * Takes frames in.
     *
     * @param more have the columns that the model takes, in any order and among others
     * @throws IllegalArgumentException where a column is missing
     * @throws IllegalStateException after the end
     */
    public void push(Frames more) {
        requireOpen();
        if (columns == null || !columns.from().equals(more.columns())) {
            columns = model.selection(more.columns());
        }
        float[] selected = columns.of(more);
        int wanted = readout.cut() == Readout.Cut.START
                ? Math.min(more.count(), readout.maximumSteps() - kept)
                : more.count();
        append(selected, wanted);
        count = Math.addExact(count, more.count());
        // The first step to keep moves on with the number of frames, and never back.
        int needless = readout.first(count) - first;
        if (needless > kept / 2) {
            values = Arrays.copyOfRange(values, needless * width, kept * width);
            first += needless;
            kept -= needless;
        }
    }

    /**
     * Ends the clip.
     *
     * @return what the model says of it; the times are those of the part that it was taught to keep
     * @throws IllegalArgumentException where there were no frames
     */
    public Prediction finish() {
        requireOpen();
        finished = true;
        return model.prediction(this);
    }

    private void requireOpen() {
        if (finished) {
            throw new IllegalStateException("the clip is finished; open another for the next");
        }
    }

    private void append(float[] selected, int frames) {
        int length = Math.multiplyExact(kept + frames, width);
        if (length > values.length) {
            values = Arrays.copyOf(values, Math.max(length, values.length + (values.length >> 1)));
        }
        System.arraycopy(selected, 0, values, kept * width, frames * width);
        kept += frames;
    }

    /** Number of frames that came in. */
    int count() {
        return count;
    }

    /** The part to judge, {@code [step][column]}, row-major. */
    float[] clip() {
        int begin = (readout.first(count) - first) * width;
        return Arrays.copyOfRange(values, begin, begin + readout.steps(count) * width);
    }
}
