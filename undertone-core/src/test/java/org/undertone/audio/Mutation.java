package org.undertone.audio;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage as it happens to files, and as it is done to them. */
public final class Mutation {
    private static final int[] EXTREMES = {0, 1, 0x7F, 0x80, 0xFF};
    private static final int HEAD_BYTES = 64;

    private Mutation() {}

    /** A copy with one to four defects, half of them in the head. */
    public static byte[] of(byte[] original, SplittableRandom random) {
        byte[] mutant = original.clone();
        for (int defects = 1 + random.nextInt(4); defects > 0 && mutant.length > 1; defects--) {
            int at = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(mutant.length, HEAD_BYTES));
            switch (random.nextInt(6)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 ->
                    Arrays.fill(mutant, at, Math.min(mutant.length, at + 1 + random.nextInt(8)), (byte)
                            EXTREMES[random.nextInt(EXTREMES.length)]);
                case 3 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                case 4 -> mutant = without(mutant, at, 1 + random.nextInt(16));
                default -> mutant = twice(mutant, at, 1 + random.nextInt(64));
            }
        }
        return mutant;
    }

    private static byte[] without(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length, from + count);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        return shorter;
    }

    private static byte[] twice(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length, from + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + (to - from));
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }
}
