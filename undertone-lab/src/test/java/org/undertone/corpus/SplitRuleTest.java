package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitRuleTest {
    @Test
    void refusesToKeepASingleGroupApart() {
        List<Utterance> one = SmallCorpora.utterances(7);
        String sentence = "a split that keeps groups apart needs 2 groups or more, but there is 1; "
                + "import with a groups file, or use the random rule";
        assertThatThrownBy(() -> SplitRule.groups(0.2).split(one, 1)).hasMessage(sentence);
        assertThatThrownBy(() -> GroupFolds.deal(one, 2, 1)).hasMessage(sentence);
    }

    @Test
    void refusesASplitOfNoClips() {
        assertThatThrownBy(() -> SplitRule.groups(0.2).split(List.of(), 1)).hasMessageContaining("there are no clips");
    }

    @Test
    void refusesARandomSplitOfClipsThatAllOverlap() {
        List<Utterance> overlapping = List.of(clip("a[0]", "a", 0, 2), clip("a[1]", "a", 1, 3));
        assertThatThrownBy(() -> SplitRule.random(0.2).split(overlapping, 1))
                .hasMessageContaining("of 2 clips 1 can be told apart");
    }

    @Test
    void refusesAShareOutsideZeroToOne() {
        assertThatThrownBy(() -> SplitRule.groups(1.5))
                .hasMessage("share of evaluation clips must lie in (0, 1) but is 1.5");
        assertThatThrownBy(() -> SplitRule.random(0))
                .hasMessage("share of evaluation clips must lie in (0, 1) but is 0.0");
    }

    @Test
    void refusesMoreFoldsThanGroups() {
        List<Utterance> three = SmallCorpora.utterances(2, 2, 2);
        assertThatThrownBy(() -> GroupFolds.deal(three, 4, 1))
                .hasMessage("groups can be dealt into 3 folds at most, one for each group, but 4 were asked for");
        assertThatThrownBy(() -> GroupFolds.deal(three, 1, 1))
                .hasMessage("the number of folds must be 2 or more but is 1");
    }

    @Test
    void foldsOfTheCorpusAreTakenAsTheyAre() {
        List<Utterance> utterances = SmallCorpora.utterances(1, 1, 1, 1, 1);
        Split split = SplitRule.folds(Set.of("test")).split(utterances, 9);
        assertThat(split.training()).containsExactly(0, 1, 2, 3);
        assertThat(split.evaluation()).containsExactly(4);
    }

    @Test
    void clipsInNoFoldAreOnNeitherSide() {
        List<Utterance> utterances =
                List.of(inFold("a", "train"), inFold("b", ""), inFold("c", "test"), inFold("d", "train"));
        Split split = SplitRule.folds(Set.of("test")).split(utterances, 9);
        assertThat(split.training()).containsExactly(0, 3);
        assertThat(split.evaluation()).containsExactly(2);
    }

    @Test
    void namesTheFoldsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> SplitRule.folds(Set.of("tset")).split(SmallCorpora.utterances(1, 1, 1, 1, 1), 0))
                .hasMessage("no clip is in fold 'tset'; the corpus has [dev, test, train]");
        assertThatThrownBy(() -> SplitRule.folds(Set.of("test")).split(List.of(inFold("a", "")), 0))
                .hasMessage("no clip is in fold 'test'; the corpus has no folds");
    }

    @Test
    void refusesToEvaluateOnEveryFold() {
        assertThatThrownBy(() -> SplitRule.folds(Set.of("train")).split(SmallCorpora.utterances(1, 1), 0))
                .hasMessageContaining("every fold, [train], is for evaluation");
        assertThatThrownBy(() -> SplitRule.folds(Set.of())).hasMessageContaining("must name one fold or more");
    }

    @Test
    void splitsSomeOfTheClips() {
        List<Utterance> utterances = SmallCorpora.utterances(3, 3, 3);
        int[] clips = {0, 1, 2, 6, 7, 8};
        Split split = SplitRule.groups(0.5).split(utterances, clips, 4);
        assertThat(IntStream.concat(IntStream.of(split.training()), IntStream.of(split.evaluation()))
                        .sorted())
                .containsExactly(0, 1, 2, 6, 7, 8);
    }

    @Test
    void leakOfAGroupIsNamed() {
        List<Utterance> utterances = SmallCorpora.utterances(2, 2);
        var split = new Split(new int[] {0, 1, 2}, new int[] {3});
        assertThatThrownBy(() -> LeakCheck.require(utterances, split, SplitRule.groups(0.2)))
                .isInstanceOf(LeakException.class)
                .hasMessageContaining("group 'group1' has clips in training and in evaluation");
        LeakCheck.require(utterances, split, SplitRule.random(0.2));
    }

    @Test
    void leakOfSamplesIsNamedEvenWhereGroupsMayBeShared() {
        List<Utterance> utterances = List.of(
                clip("a[0]", "a", 0, 10), clip("a[1]", "a", 1, 2), clip("a[2]", "a", 9, 11), clip("b[0]", "b", 9, 11));
        var split = new Split(new int[] {0, 1, 3}, new int[] {2});
        assertThatThrownBy(() -> LeakCheck.require(utterances, split, SplitRule.random(0.2)))
                .isInstanceOf(LeakException.class)
                .hasMessage("clips 'a[0]' and 'a[2]' of group 'a' share samples, "
                        + "but one is in training and one in evaluation");
        LeakCheck.requireSamplesApart(utterances, new Split(new int[] {0, 1, 2}, new int[] {3}));
    }

    @Test
    void clipsThatOnlyTouchShareNoSamples() {
        List<Utterance> utterances = List.of(clip("a[0]", "a", 0, 1), clip("a[1]", "a", 1, 2));
        LeakCheck.requireSamplesApart(utterances, new Split(new int[] {0}, new int[] {1}));
        assertThat(SplitRule.random(0.5).split(utterances, 0).evaluation()).hasSize(1);
    }

    @Test
    void aSplitRefusesClipsOnBothSidesOutOfOrderOrNone() {
        assertThatThrownBy(() -> new Split(new int[] {0, 1}, new int[] {1, 2}))
                .hasMessageContaining("clip number 1 is");
        assertThatThrownBy(() -> new Split(new int[] {1, 0}, new int[] {2})).hasMessageContaining("must ascend");
        assertThatThrownBy(() -> new Split(new int[] {}, new int[] {2})).hasMessageContaining("at least one clip");
    }

    @Test
    void seedsAreDerivedAsWrittenDown() {
        // printf '1:72:ab2:20' | sha256sum, the first 16 digits
        assertThat(Long.toHexString(Seed.derive(7, "ab", 20))).isEqualTo("c5401e63999864f5");
        assertThat(Seed.derive(7, "ab", 20))
                .isEqualTo(Seed.derive(7, "ab", 20L))
                .isEqualTo(Seed.derive(7, "ab", "20"));
        assertThat(Seed.derive(7, "ab", 20)).isNotEqualTo(Seed.derive(7, "ab2", 0));
        assertThatThrownBy(() -> Seed.derive(7, 0.5)).hasMessageContaining("one part is 0.5");
    }

    @Test
    void drawsAreTheSameOnEveryPlatform() {
        assertThat(LabelSubsets.draw(new int[] {5, 4, 3, 2, 1, 0}, 4, 42)).containsExactly(2, 5, 3, 1);
    }

    @Test
    void refusesABudgetBeyondTheClips() {
        assertThatThrownBy(() -> LabelSubsets.draw(new int[] {1, 2}, 3, 0))
                .hasMessage("a label budget must lie in 1 to 2, the number of labelled training clips, but is 3");
    }

    @Test
    void shuffleIsUniformOverSmallBounds() {
        var shuffle = new Shuffle(3);
        var counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[shuffle.below(6)]++;
        }
        // Six standard deviations of a binomial around 10,000.
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9450, 10550));
    }

    @Test
    void windowsCutWhereTheySay() {
        assertThat(new ClipWindow(4, ClipWindow.Cut.START).first(9, 5)).isZero();
        assertThat(new ClipWindow(4, ClipWindow.Cut.CENTRE).first(9, 5)).isEqualTo(2);
        assertThat(new ClipWindow(4, ClipWindow.Cut.RANDOM).forPrediction())
                .isEqualTo(new ClipWindow(4, ClipWindow.Cut.CENTRE));
        assertThatThrownBy(() -> new ClipWindow(0, ClipWindow.Cut.START))
                .hasMessage("maximum steps must be 1 or more but are 0");
    }

    @Test
    void everyRandomWindowOccurs() {
        var window = new ClipWindow(3, ClipWindow.Cut.RANDOM);
        assertThat(IntStream.range(0, 200)
                        .map(seed -> window.first(5, seed))
                        .distinct()
                        .sorted())
                .containsExactly(0, 1, 2);
    }

    private static Utterance clip(String id, String source, double start, double end) {
        return new Utterance(id, source, source, start, end, "", List.of());
    }

    private static Utterance inFold(String id, String fold) {
        return new Utterance(id, id, id, 0, 1, fold, List.of());
    }
}
