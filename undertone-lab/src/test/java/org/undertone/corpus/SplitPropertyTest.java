package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitPropertyTest {
    private static final int TRIES = 200;

    @Property(tries = TRIES)
    void groupsStayApartAndEveryClipIsOnOneSide(
            @ForAll("groupSizes") int[] sizes,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double share,
            @ForAll long seed) {
        List<Utterance> utterances = SmallCorpora.utterances(sizes);
        Split split = SplitRule.groups(share).split(utterances, seed);
        LeakCheck.require(utterances, split, SplitRule.groups(share));
        assertCovers(utterances, split);
    }

    @Property(tries = TRIES)
    void shareOfAGroupSplitIsWithinOneGroupOfTheWish(
            @ForAll("groupSizes") int[] sizes,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double share,
            @ForAll long seed) {
        List<Utterance> utterances = SmallCorpora.utterances(sizes);
        int evaluation = SplitRule.groups(share).split(utterances, seed).evaluation().length;
        int largest = Arrays.stream(sizes).max().orElseThrow();
        assertThat(Math.abs(evaluation - share * utterances.size())).isLessThanOrEqualTo(largest);
    }

    @Property(tries = TRIES)
    void randomSplitCoversAndNeverSharesSamples(
            @ForAll("groupSizes") int[] sizes,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double share,
            @ForAll long seed) {
        List<Utterance> utterances = withOverlaps(SmallCorpora.utterances(sizes));
        Split split = SplitRule.random(share).split(utterances, seed);
        LeakCheck.require(utterances, split, SplitRule.random(share));
        assertCovers(utterances, split);
    }

    @Property(tries = TRIES)
    void foldsEvaluateEveryClipOnceWithItsGroupOutOfTraining(
            @ForAll("groupSizes") int[] sizes, @ForAll @IntRange(min = 2, max = 6) int wished, @ForAll long seed) {
        List<Utterance> utterances = SmallCorpora.utterances(sizes);
        int folds = Math.min(wished, sizes.length);
        List<Split> splits = GroupFolds.deal(utterances, folds, seed);
        assertThat(splits).hasSize(folds);
        List<Integer> evaluated = new ArrayList<>();
        for (Split split : splits) {
            LeakCheck.requireGroupsApart(utterances, split);
            assertCovers(utterances, split);
            Arrays.stream(split.evaluation()).forEach(evaluated::add);
        }
        assertThat(evaluated)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, utterances.size()).boxed().toList());
    }

    @Property(tries = TRIES)
    void foldsDifferByNoMoreThanTheLargestGroup(
            @ForAll("groupSizes") int[] sizes, @ForAll @IntRange(min = 2, max = 6) int wished, @ForAll long seed) {
        int folds = Math.min(wished, sizes.length);
        int[] clips = GroupFolds.deal(SmallCorpora.utterances(sizes), folds, seed).stream()
                .mapToInt(split -> split.evaluation().length)
                .sorted()
                .toArray();
        int largest = Arrays.stream(sizes).max().orElseThrow();
        assertThat(clips[folds - 1] - clips[0]).isLessThanOrEqualTo(largest);
    }

    @Property(tries = TRIES)
    void theSameSeedGivesTheSameSplit(@ForAll("groupSizes") int[] sizes, @ForAll long seed) {
        List<Utterance> utterances = SmallCorpora.utterances(sizes);
        for (SplitRule rule : List.of(SplitRule.groups(0.2), SplitRule.random(0.2))) {
            assertThat(rule.split(utterances, seed)).isEqualTo(rule.split(utterances, seed));
        }
        assertThat(GroupFolds.deal(utterances, 2, seed)).isEqualTo(GroupFolds.deal(utterances, 2, seed));
    }

    @Property(tries = TRIES)
    void smallerBudgetsAreTheFirstOfLargerOnes(
            @ForAll @IntRange(min = 1, max = 60) int clips,
            @ForAll @IntRange(min = 1, max = 60) int one,
            @ForAll @IntRange(min = 1, max = 60) int other,
            @ForAll long seed) {
        int[] training = IntStream.range(0, clips).map(clip -> 3 * clip).toArray();
        int small = Math.min(Math.min(one, other), clips);
        int large = Math.min(Math.max(one, other), clips);
        int[] drawn = LabelSubsets.draw(training, large, seed);
        assertThat(LabelSubsets.draw(training, small, seed)).isEqualTo(Arrays.copyOf(drawn, small));
        assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(large);
        assertThat(training).contains(drawn);
    }

    @Property(tries = TRIES)
    void windowLiesWithinTheClip(
            @ForAll @IntRange(min = 1, max = 2000) int frames,
            @ForAll @IntRange(min = 1, max = 500) int steps,
            @ForAll ClipWindow.Cut cut,
            @ForAll long seed) {
        var window = new ClipWindow(steps, cut);
        int first = window.first(frames, seed);
        assertThat(first).isNotNegative().isEqualTo(window.first(frames, seed));
        assertThat(first + window.steps(frames)).isLessThanOrEqualTo(frames);
        assertThat(window.steps(frames)).isEqualTo(Math.min(frames, steps));
    }

    @Provide
    Arbitrary<int[]> groupSizes() {
        return Arbitraries.integers()
                .between(1, 15)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static void assertCovers(List<Utterance> utterances, Split split) {
        Set<Integer> clips = new HashSet<>();
        Arrays.stream(split.training()).forEach(clips::add);
        Arrays.stream(split.evaluation())
                .forEach(clip -> assertThat(clips.add(clip)).isTrue());
        assertThat(clips).hasSize(utterances.size());
    }

    /** Lets every third clip reach into the next of its source. */
    private static List<Utterance> withOverlaps(List<Utterance> utterances) {
        return utterances.stream()
                .map(u -> u.start() % 3 == 1
                        ? new Utterance(
                                u.id(), u.source(), u.group(), u.start(), u.end() + 0.5, u.split(), u.intensities())
                        : u)
                .toList();
    }
}
