package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.Interpolation;
import org.undertone.signal.Median;

/**
 * Pitch and voicing, frame by frame.
 *
 * @param seconds centres of the frames, {@code [frame]}; the first sample is at 0. Under {@link Quirks#KEPT} they are one sample
 *     late, since the original divides a number counted from 1 by the rate
 * @param numbers sample numbers of the centres, counted from 1; may lie a little outside the signal
 * @param f0 in Hz, voiced or not, {@code [frame]}; without a candidate 0, under {@link Quirks#KEPT} 1
 * @param strength how far harmonics stand out over what lies between them, 0 where there is no candidate
 * @param voiced whether that is enough
 */
public record PitchTrack(double[] seconds, int[] numbers, double[] f0, double[] strength, boolean[] voiced) {
    private static final double JUMP = 1.2;

    /** A track of frames at these times; arrays of equal length, not copied. */
    public PitchTrack {
        if (numbers.length != seconds.length
                || f0.length != seconds.length
                || strength.length != seconds.length
                || voiced.length != seconds.length) {
            throw new IllegalArgumentException("a track of pitch needs as many values as instants but has "
                    + numbers.length + ", " + f0.length + ", " + strength.length + " and " + voiced.length + " for "
                    + seconds.length);
        }
    }

    /** Number of frames. */
    public int count() {
        return seconds.length;
    }

    /** The median pitch of the voiced frames with {@code above < f0 < below}; NaN where there are none. */
    public double medianF0(double above, double below) {
        var kept = new double[count()];
        int number = 0;
        for (int frame = 0; frame < kept.length; frame++) {
            if (voiced[frame] && f0[frame] > above && f0[frame] < below) {
                kept[number++] = f0[frame];
            }
        }
        return Median.of(Arrays.copyOf(kept, number));
    }

    /**
     * The pitch at the instants of a grid, by linear interpolation, 0 outside the track. Between two frames whose pitch
     * differs by more than a fifth there is nothing to interpolate: the stronger one holds.
     *
     * @param quirks {@link Quirks#KEPT}: interpolates between any two
     */
    public double[] f0On(FrameGrid grid, Quirks quirks) {
        double[] track = grid.linear(positions(), f0);
        if (quirks == Quirks.MENDED) {
            int left = 0;
            for (int i = 0; i < track.length; i++) {
                int number = grid.number(i);
                while (left + 1 < numbers.length && numbers[left + 1] <= number) {
                    left++;
                }
                if (left + 1 < numbers.length && numbers[left] < number && isJump(left)) {
                    track[i] = strength[left + 1] > strength[left] ? f0[left + 1] : f0[left];
                }
            }
        }
        return track;
    }

    private boolean isJump(int left) {
        double a = f0[left];
        double b = f0[left + 1];
        return Math.max(a, b) > JUMP * Math.min(a, b);
    }

    /** Voicing at the instants of a grid: 1 at least half way to a voiced frame, else 0. */
    public double[] voicingOn(FrameGrid grid) {
        double[] track = grid.linear(positions(), voicing());
        for (int i = 0; i < track.length; i++) {
            track[i] = track[i] >= 0.5 ? 1 : 0;
        }
        return track;
    }

    /** Whether sample numbers, in any order, lie at least half way to a voiced frame; false outside the track. */
    boolean[] voicedAt(double[] sampleNumbers) {
        double[] values = Interpolation.linear(positions(), voicing(), sampleNumbers);
        var voicedThere = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            voicedThere[i] = values[i] >= 0.5;
        }
        return voicedThere;
    }

    private double[] positions() {
        var positions = new double[count()];
        for (int frame = 0; frame < positions.length; frame++) {
            positions[frame] = numbers[frame];
        }
        return positions;
    }

    private double[] voicing() {
        var voicing = new double[count()];
        for (int frame = 0; frame < voicing.length; frame++) {
            voicing[frame] = voiced[frame] ? 1 : 0;
        }
        return voicing;
    }
}
