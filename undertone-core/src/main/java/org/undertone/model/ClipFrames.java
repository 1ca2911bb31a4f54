package org.undertone.model;

import java.util.Arrays;
import org.undertone.features.Frames;

/**
 * The part of a recording that a model judges, gathered while frames arrive and nobody knows how many there will be: of a
 * recording longer than a clip, the steps that are kept whatever follows, at most half of it.
 */
final class ClipFrames {
    private final Readout readout;
    private final ColumnSelection columns;
    private final int width;
    private float[] values = new float[0];
    /** Number of the first frame in {@link #values}. */
    private int first;

    private int kept;
    private int count;

    ClipFrames(Readout readout, ColumnSelection columns, int width) {
        this.readout = readout;
        this.columns = columns;
        this.width = width;
    }

    /** Takes frames in, as they follow each other. */
    void add(Frames more) {
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
