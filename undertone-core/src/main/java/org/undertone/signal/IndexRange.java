package org.undertone.signal;

/**
 * Neighbouring entries of an array.
 *
 * @param from index of the first one
 * @param end index behind the last one, not below {@code from}
 */
public record IndexRange(int from, int end) {
    public IndexRange {
        if (from < 0 || end < from) {
            throw new IllegalArgumentException(
                    "a range of entries needs 0 <= from <= end but is from " + from + " to " + end);
        }
    }

    /** Number of entries. */
    public int count() {
        return end - from;
    }

    /** Whether an entry is among them. */
    public boolean contains(int index) {
        return index >= from && index < end;
    }

    /** The same and as many more on both sides, as far as an array of {@code length} goes. */
    public IndexRange widened(int reach, int length) {
        return new IndexRange(Math.max(0, from - reach), Math.min(length, end + reach));
    }
}
