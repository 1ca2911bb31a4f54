package org.undertone.signal;

/**
 * The instants of the frames: sample number {@code round(0.005 rate)}, then every {@code round(0.01 rate)} up to the last
 * sample, so frame i lies at about 5 ms + i * 10 ms. Sample numbers count from 1, as MATLAB does; sample number n is index
 * n - 1 of an array.
 *
 * @param rate samples per second, at least 100
 * @param samples how many there are
 */
public record FrameGrid(int rate, int samples) {
    private static final double FIRST_SECONDS = 0.005;
    private static final double HOP_SECONDS = 0.01;

    public FrameGrid {
        if (rate < 100 || samples < 0) {
            throw new IllegalArgumentException("a grid of frames needs a rate of 100 Hz or more and 0 samples or more"
                    + " but has " + rate + " Hz and " + samples + " samples");
        }
    }

    /** Number of frames; 0 for a signal that ends before the first. */
    public int count() {
        return samples < firstNumber() ? 0 : (samples - firstNumber()) / hopSamples() + 1;
    }

    /** Samples from a frame to the next. */
    public int hopSamples() {
        return Rounding.toInt(HOP_SECONDS * rate);
    }

    /** The sample number of a frame, counted from 1. */
    public int number(int frame) {
        return firstNumber() + frame * hopSamples();
    }

    /** The index of a frame's sample, counted from 0. */
    public int index(int frame) {
        return number(frame) - 1;
    }

    /** The time of a frame in seconds; the first sample is at 0. */
    public double seconds(int frame) {
        return (double) index(frame) / rate;
    }

    /** From the first to the last of some frames, at least one. */
    public Span span(IndexRange frames) {
        return new Span(number(frames.from()), number(frames.end() - 1));
    }

    /** The sample numbers of all frames, {@code [frame]}. */
    public double[] numbers() {
        var numbers = new double[count()];
        for (int frame = 0; frame < numbers.length; frame++) {
            numbers[frame] = number(frame);
        }
        return numbers;
    }

    /**
     * A track at the instants of the frames, by linear interpolation.
     *
     * @param numbers sample numbers of the track's values, counted from 1, strictly increasing
     * @param values as many
     * @return {@code [frame]}; 0 before the first and after the last value, and where a NaN is involved
     */
    public double[] linear(double[] numbers, double[] values) {
        double[] track = Interpolation.linear(numbers, values, numbers());
        for (int frame = 0; frame < track.length; frame++) {
            if (Double.isNaN(track[frame])) {
                track[frame] = 0;
            }
        }
        return track;
    }

    private int firstNumber() {
        return Rounding.toInt(FIRST_SECONDS * rate);
    }
}
