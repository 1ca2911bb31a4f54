package org.undertone.features;

import java.util.Objects;

/**
 * Frames in a row.
 *
 * @param columns what the values of a frame are
 * @param values {@code [time][column]}, row-major
 */
public record Frames(FrameColumns columns, double[] values) {
    /** Seconds from a frame to the next. */
    public static final double HOP_SECONDS = 0.01;
    /** Frames in a second. */
    public static final int PER_SECOND = 100;

    public Frames {
        Objects.requireNonNull(columns, "columns");
        if (values.length % columns.count() != 0) {
            throw new IllegalArgumentException("frames of " + columns.count()
                    + " columns need a multiple of as many values but there are " + values.length);
        }
    }

    /** Number of frames. */
    public int count() {
        return values.length / columns.count();
    }

    /** One value. */
    public double value(int frame, int column) {
        return values[
                Objects.checkIndex(frame, count()) * columns.count() + Objects.checkIndex(column, columns.count())];
    }

    /** One column, {@code [time]}. */
    public double[] column(String name) {
        int column = columns.index(name);
        var track = new double[count()];
        for (int frame = 0; frame < track.length; frame++) {
            track[frame] = values[frame * columns.count() + column];
        }
        return track;
    }

    /** All values in single precision, {@code [time][column]}, row-major. */
    public float[] toFloats() {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
