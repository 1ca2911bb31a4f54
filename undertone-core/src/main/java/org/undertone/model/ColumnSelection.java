package org.undertone.model;

import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

/** Where the columns that a model takes stand among those that frames have: in whatever order, and among others. */
final class ColumnSelection {
    private final FrameColumns from;
    /** {@code [column of the model]}: its position in the frames. */
    private final int[] positions;

    private ColumnSelection(FrameColumns from, int[] positions) {
        this.from = from;
        this.positions = positions;
    }

    /**
     * Finds columns by their names.
     *
     * @throws IllegalArgumentException where one is not there
     */
    static ColumnSelection of(FrameColumns wanted, FrameColumns from) {
        for (String name : wanted.names()) {
            if (!from.names().contains(name)) {
                throw new IllegalArgumentException("this model takes column '" + name + "', which is not among the "
                        + from.count() + " columns of the frames; give it frames with the columns "
                        + abbreviated(wanted));
            }
        }
        return new ColumnSelection(
                from, wanted.names().stream().mapToInt(from::index).toArray());
    }

    private static String abbreviated(FrameColumns columns) {
        int most = 12;
        return columns.count() <= most
                ? columns.names().toString()
                : columns.names().subList(0, most) + " and " + (columns.count() - most) + " more";
    }

    FrameColumns from() {
        return from;
    }

    /** The model's columns of frames, {@code [time][column]}, row-major, in single precision. */
    float[] of(Frames frames) {
        var selected = new float[Math.multiplyExact(frames.count(), positions.length)];
        double[] values = frames.values();
        int at = 0;
        for (int frame = 0; frame < frames.count(); frame++) {
            int row = frame * from.count();
            for (int position : positions) {
                selected[at++] = (float) values[row + position];
            }
        }
        return selected;
    }
}
