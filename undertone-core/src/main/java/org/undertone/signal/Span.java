package org.undertone.signal;

/**
 * A part of a signal by its sample numbers, which count from 1: what is asked for. Stages that look at one frame after
 * another are spared those that have no say in it.
 *
 * @param first number; may lie between samples
 * @param last number, not below the first
 */
public record Span(double first, double last) {
    /** Whatever the length of the signal. */
    public static final Span ALL = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Span {
        if (!(first <= last)) {
            throw new IllegalArgumentException(
                    "a span of sample numbers must not end before it begins but is from " + first + " to " + last);
        }
    }

    /** The same with as many samples more on both sides. */
    public Span widened(double samples) {
        return new Span(first - samples, last + samples);
    }

    /**
     * The nodes that a piecewise linear function within the span depends on: from the last one not behind its first number,
     * or the very first, to the first one not before its last, or the very last.
     *
     * @param numbers sample numbers of all nodes, increasing
     */
    public IndexRange nodes(double[] numbers) {
        int from = 0;
        while (from + 1 < numbers.length && numbers[from + 1] <= first) {
            from++;
        }
        int end = numbers.length;
        while (end - 2 >= from && numbers[end - 2] >= last) {
            end--;
        }
        return new IndexRange(from, end);
    }
}
