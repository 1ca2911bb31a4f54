package org.undertone.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Shuffle;

/**
 * How labelled clips are dealt into five parts, each of which is then predicted by a head that learned from the others.
 *
 * @param order the clips in an order that a seed decides
 * @param parts [clip], the part of each, numbered from 0
 * @param groupsApart whether no group (speaker, where known) is in two parts
 */
record LeftOutParts(int[] order, int[] parts, boolean groupsApart) {
    static final int MOST = 5;

    /** Deals clips. */
    static LeftOutParts ofClips(int clips, long seed) {
        int[] order = order(clips, seed);
        int[] parts = new int[clips];
        for (int i = 0; i < clips; i++) {
            parts[order[i]] = i % MOST;
        }
        return new LeftOutParts(order, parts, false);
    }

    /** Deals groups where there are enough of them, each to the part that is smallest so far; else clips. */
    static LeftOutParts ofGroups(List<String> groups, long seed) {
        int[] order = order(groups.size(), seed);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Arrays.stream(order).forEach(clip -> sizes.merge(groups.get(clip), 1, Integer::sum));
        if (sizes.size() < MOST) {
            return ofClips(groups.size(), seed);
        }
        Map<String, Integer> dealt = deal(sizes);
        return new LeftOutParts(order, groups.stream().mapToInt(dealt::get).toArray(), true);
    }

    /** Number of parts. */
    int count() {
        return Math.min(MOST, parts.length);
    }

    /** The clips of a part. */
    int[] inside(int part) {
        return Arrays.stream(order).filter(clip -> parts[clip] == part).toArray();
    }

    /** All others. */
    int[] outside(int part) {
        return Arrays.stream(order).filter(clip -> parts[clip] != part).toArray();
    }

    private static int[] order(int clips, long seed) {
        int[] order = IntStream.range(0, clips).toArray();
        new Shuffle(Seed.derive(seed, "parts")).apply(order);
        return order;
    }

    /** The largest first; equal ones in the order they come in. */
    private static Map<String, Integer> deal(Map<String, Integer> sizes) {
        int[] filled = new int[MOST];
        Map<String, Integer> dealt = new LinkedHashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEachOrdered(group -> {
                    int smallest = IntStream.range(0, MOST)
                            .reduce((a, b) -> filled[b] < filled[a] ? b : a)
                            .orElseThrow();
                    filled[smallest] += group.getValue();
                    dealt.put(group.getKey(), smallest);
                });
        return dealt;
    }
}
