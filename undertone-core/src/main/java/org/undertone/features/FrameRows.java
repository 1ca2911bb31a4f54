package org.undertone.features;

import java.util.ArrayList;
import java.util.List;

/** Frames from several stretches, joined when all are there. */
final class FrameRows {
    private final List<double[]> parts = new ArrayList<>();

    void add(double[] values) {
        parts.add(values);
    }

    Frames toFrames() {
        if (parts.size() == 1) {
            return new Frames(FrameColumns.COVAREP, parts.get(0));
        }
        var values = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, values, at, part.length);
            at += part.length;
        }
        return new Frames(FrameColumns.COVAREP, values);
    }
}
