package org.undertone.features;

import org.undertone.features.source.Track;
import org.undertone.signal.FrameGrid;

/**
 * Brings values measured at closure instants to the frames: linear interpolation, across unvoiced sounds as in the original,
 * but not across pauses, which have no voice to speak of. The original draws a line through a pause of any length.
 */
final class Gaps {
    /** The longest distance between two instants that is interpolated across; stops and fricatives are shorter. */
    static final double LONGEST_SECONDS = 0.5;

    private Gaps() {}

    /** The track at the instants of a grid; 0 in pauses, and before the first and after the last value. */
    static double[] linear(Track track, FrameGrid grid) {
        double[] values = track.on(grid);
        double[] positions = track.numbers();
        int next = 0;
        for (int frame = 0; frame < values.length; frame++) {
            int number = grid.number(frame);
            while (next < positions.length && positions[next] < number) {
                next++;
            }
            boolean between = next > 0 && next < positions.length && positions[next] > number;
            if (between && positions[next] - positions[next - 1] > LONGEST_SECONDS * grid.rate()) {
                values[frame] = 0;
            }
        }
        return values;
    }
}
