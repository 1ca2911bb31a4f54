package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class TimelineTest {
    private final EmotionModel model = Golden.read().with(Readout.Pooling.MEAN, Readout.Cut.START);
    private final FrameColumns columns = model.columns();

    @Test
    void judgesEveryWindowAsAClipOfItsOwn() {
        double[] values = values(47);
        List<Prediction> timeline = timeline(values, 0.1, 0.04, 47);
        for (Prediction window : timeline) {
            int first = (int) Math.round(window.startSeconds() * 100);
            int end = (int) Math.round(window.endSeconds() * 100);
            Prediction clip = model.predict(
                    new Frames(columns, Arrays.copyOfRange(values, first * columns.count(), end * columns.count())));
            assertThat(window.scores()).isEqualTo(clip.scores());
        }
        assertThat(timeline).hasSize(11);
    }

    @Test
    void doesNotDependOnThePiecesThatFramesComeIn() {
        double[] values = values(53);
        assertThat(timeline(values, 0.12, 0.03, 1)).isEqualTo(timeline(values, 0.12, 0.03, 53));
    }

    @Test
    void judgesARecordingShorterThanAWindowAsItIs() {
        List<Prediction> timeline = timeline(values(3), 0.1, 0.05, 3);
        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).endSeconds()).isEqualTo(0.03);
    }

    @Test
    void addsNoWindowWhereTheLastOneEndsWithTheRecording() {
        assertThat(timeline(values(20), 0.1, 0.05, 20)).hasSize(3);
    }

    @Test
    void rejectsAWindowLongerThanTheModelTakes() {
        assertThatThrownBy(() -> model.windows(new WindowSettings(59, 1))).hasMessageContaining("may last at most");
    }

    @Test
    void judgesManyWindowsAtOnceAsAClipEach() {
        double[] values = values(61);
        List<Prediction> timeline = timeline(values, 0.23, 0.01, 9);
        assertThat(timeline).hasSize(39);
        for (Prediction window : timeline) {
            int first = (int) Math.round(window.startSeconds() * 100);
            assertThat(window.scores())
                    .isEqualTo(clip(values, first, first + 23).scores());
        }
    }

    @Test
    void leavesOutWhatLiesBetweenWindowsThatDoNotTouch() {
        double[] values = values(50);
        List<Prediction> timeline = timeline(values, 0.1, 0.2, 7);
        assertThat(timeline)
                .containsExactly(clip(values, 0, 10), at(clip(values, 20, 30), 20), at(clip(values, 40, 50), 40));
    }

    private Prediction clip(double[] values, int first, int end) {
        return model.predict(
                new Frames(columns, Arrays.copyOfRange(values, first * columns.count(), end * columns.count())));
    }

    private static Prediction at(Prediction clip, int first) {
        int frames = (int) Math.round(100 * clip.endSeconds());
        return new Prediction(first * 0.01, (first + frames) * 0.01, clip.scores());
    }

    @Test
    void keepsNoMoreOfAnHourThanOfAMinute() {
        WindowStream stream = model.windows(new WindowSettings(0.3, 0.1));
        var frames = new Frames(columns, values(1000));
        long early = 0;
        int complete = 0;
        for (int piece = 1; piece <= 360; piece++) {
            complete += stream.push(frames).size();
            early = piece == 6 ? Retained.elements(stream) : early;
        }
        assertThat(complete).isEqualTo(36_000 - 2);
        assertThat(stream.openWindows()).isEqualTo(2);
        assertThat(Retained.elements(stream)).isEqualTo(early);
    }

    @Test
    void rejectsFramesAfterTheEnd() {
        WindowStream stream = model.windows(new WindowSettings(0.1, 0.1));
        stream.finish();
        assertThatThrownBy(() -> stream.push(new Frames(columns, values(1))))
                .hasMessage("the recording is finished; open another timeline for the next");
    }

    @Test
    void rejectsMoreWindowsThanMayOverlap() {
        assertThat(new WindowSettings(3, 0.03).mostOpen()).isEqualTo(100);
        assertThatThrownBy(() -> new WindowSettings(3, 0.02))
                .hasMessage("at most 100 windows may overlap at any moment, but of 3.0 s every 0.02 s 150 do; take a"
                        + " longer hop");
    }

    @Test
    void rejectsWindowsOutOfRange() {
        assertThatThrownBy(() -> new WindowSettings(0.05, 1)).hasMessageContaining("lasts 0.05 s");
        assertThatThrownBy(() -> new WindowSettings(Double.NaN, 1)).hasMessageContaining("lasts NaN s");
        assertThatThrownBy(() -> new WindowSettings(3, 0)).hasMessageContaining("the hop is 0.0 s");
        assertThatThrownBy(() -> new WindowSettings(3, 61)).hasMessageContaining("the hop is 61.0 s");
    }

    private List<Prediction> timeline(double[] values, double window, double hop, int piece) {
        WindowStream stream = model.windows(new WindowSettings(window, hop));
        var all = new ArrayList<Prediction>();
        int width = columns.count() * piece;
        for (int at = 0; at < values.length; at += width) {
            all.addAll(stream.push(
                    new Frames(columns, Arrays.copyOfRange(values, at, Math.min(values.length, at + width)))));
        }
        all.addAll(stream.finish());
        return all;
    }

    private double[] values(int frames) {
        var random = new Random(frames);
        return random.doubles((long) frames * columns.count(), -1, 1).toArray();
    }
}
