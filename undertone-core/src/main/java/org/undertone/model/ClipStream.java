package org.undertone.model;

import java.util.Arrays;
import org.undertone.features.Frames;

/**
 * What a model says of a clip whose frames arrive piece by piece. Of a recording longer than the model takes, frames are
 * dropped as soon as they cannot be among those to judge, whatever follows: a model that judges the beginning keeps no more than
 * that, one that judges the middle little more than half. Not for use by several threads.
 */
public final class ClipStream {
    /** So large a share is dropped together, as what remains has to be copied. */
    private static final int DROPPED_AT_ONCE = 8;

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
        int wanted = readout.cut() == Readout.Cut.START
                ? Math.min(more.count(), readout.maximumSteps() - kept)
                : more.count();
        if (wanted > 0) {
            append(columns.of(more), wanted);
        }
        count = Math.addExact(count, more.count());
        // The first step to keep moves on with the number of frames, and never back.
        int needless = readout.first(count) - first;
        if (needless > kept / DROPPED_AT_ONCE) {
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
     * @throws IllegalStateException after the end
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

    /** Number of frames that may yet be judged. */
    int kept() {
        return kept;
    }

    /** The part to judge, {@code [step][column]}, row-major. */
    float[] clip() {
        int begin = (readout.first(count) - first) * width;
        return Arrays.copyOfRange(values, begin, begin + readout.steps(count) * width);
    }
}
