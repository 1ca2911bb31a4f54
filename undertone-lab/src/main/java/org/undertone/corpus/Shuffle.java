package org.undertone.corpus;

/**
 * A random order that is the same on every Java release: Fisher-Yates on SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014), with Lemire's unbiased bounded draw.
 */
public final class Shuffle {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Shuffle(long seed) {
        state = seed;
    }

    /** Puts the values in random order, in place. */
    public void apply(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = below(last + 1);
            int value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }

    /** The numbers 0 to {@code count - 1} in random order. */
    int[] order(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        apply(order);
        return order;
    }

    /** A number in [0, bound), each as likely as the others. */
    int below(int bound) {
        while (true) {
            long product = (next() >>> 32) * bound;
            // The low half tells whether this draw belongs to the few that would favour small numbers.
            if ((product & 0xFFFFFFFFL) >= (1L << 32) % bound) {
                return (int) (product >>> 32);
            }
        }
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
