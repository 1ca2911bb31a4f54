package org.undertone.training;

import java.util.Arrays;

/** Items cut into shards of a fixed size, the last one shorter. */
final class Shards {

    private Shards() {}

    static int count(int items) {
        return (items + TrainerSettings.SHARD_CLIPS - 1) / TrainerSettings.SHARD_CLIPS;
    }

    static int[] shard(int[] items, int number) {
        int first = number * TrainerSettings.SHARD_CLIPS;
        return Arrays.copyOfRange(items, first, Math.min(items.length, first + TrainerSettings.SHARD_CLIPS));
    }
}
